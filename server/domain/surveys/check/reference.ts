/** Where a question says that it comes from the bank, it says so in a way that can be followed. */
import { isJsonObject } from '../json.ts';
import type { PlacedQuestion } from './elements.ts';
import { join, type Problems } from './problem.ts';

export function checkReference({ json: { item }, path }: PlacedQuestion, problems: Problems): void {
  if (item === undefined) return;
  const isVersion = (value: unknown) => Number.isInteger(value) && Number(value) >= 1;
  const isWhole =
    isJsonObject(item) &&
    typeof item.name === 'string' &&
    /^[a-z][a-z0-9-]{0,63}$/.test(item.name) &&
    isVersion(item.version) &&
    (item.kept === undefined || isVersion(item.kept));
  if (!isWhole)
    problems.error(
      join(path, 'item'),
      'wrong-shape',
      'item is { "name": "a-slug", "version": 1 }, the question of the bank that this one is; leave it out for none',
    );
}
