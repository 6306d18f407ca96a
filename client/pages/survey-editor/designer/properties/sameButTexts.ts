import type { Json } from '../document/tree.ts';

const written = new Set(['title', 'description', 'readAloud']);

const isSame = (before: Json, after: Json): boolean =>
  before === after ||
  [...new Set([...Object.keys(before), ...Object.keys(after)])].every(
    (name) => written.has(name) || before[name] === after[name],
  );

/** For fields that show nothing of a question's own words: a letter in its title does not draw them anew. */
export const sameButTexts = <Props extends { element: Json }>(before: Props, after: Props): boolean => {
  const { element: was, ...others } = before;
  const { element: is, ...now } = after;
  return isSame(was, is) && isSame(others, now);
};
