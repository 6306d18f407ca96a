// Which of the product's scripts a browser asked for.
import type { BrowserContext } from 'playwright-core';

/** Grows while the context lives. */
export const scriptsAskedBy = (context: BrowserContext): Set<string> => {
  const asked = new Set<string>();
  context.on('request', (request) => {
    if (request.resourceType() === 'script') asked.add(new URL(request.url()).pathname.split('/').at(-1) ?? '');
  });
  return asked;
};
/** The designer, as the build names its pages. */
export const designerIn = (asked: ReadonlySet<string>): string[] =>
  [...asked].filter((name) => /^(SurveyEditorPage|TextStill|MaskPhone)-/.test(name));
