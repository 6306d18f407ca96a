// A survey's next version, made the way the designer makes it.
import { expect } from 'vitest';
import type { TestApp } from './app.ts';

export type Element = Record<string, unknown> & { title: Record<string, string> };
export type Choice = { value: string; text: Record<string, string> };
type Declared = Record<string, { comparable: boolean; reason: string }>;

/** Saves what `change` makes of the latest version, and asks to publish it. */
export async function askToPublish(
  app: TestApp,
  token: string,
  name: string,
  change: (elements: Element[]) => void,
  declared: Declared = {},
) {
  const { source, revision } = (await app.call('get', `/surveys/${name}/draft`, { token })).body;
  const survey = JSON.parse(source);
  change(survey.pages.flatMap((page: { elements: Element[] }) => page.elements));
  const body = { source: JSON.stringify(survey), revision };
  const saved = (await app.call('put', `/surveys/${name}/draft`, { token, body })).body;
  return app.call('post', `/surveys/${name}/publish`, { token, body: { revision: saved.revision, declared } });
}

/** @returns the number of the new version */
export async function publish(...call: Parameters<typeof askToPublish>): Promise<number> {
  const reply = await askToPublish(...call);
  expect(reply.status, reply.text).toBe(201);
  return reply.body.version;
}
