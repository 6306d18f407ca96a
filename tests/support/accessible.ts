// What axe finds on a page by WCAG 2.2 A and AA.
import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright-core';

/** The pages have no frames of other origins, so axe need not gather what frames found on a page of its own: half the time. */
export const violationsOn = async (page: Page, { without = [] }: { without?: string[] } = {}): Promise<string[]> => {
  const axe = new AxeBuilder({ page }).setLegacyMode(true).withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa']);
  for (const selector of without) axe.exclude(selector);
  const { violations } = await axe.analyze();
  return violations.map((each) => `${each.id}: ${each.nodes.map((node) => node.target.join(' ')).join(', ')}`);
};
