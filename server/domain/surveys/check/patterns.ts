/** Patterns whose time can explode are refused: nothing bounds a running regular expression in JavaScript. */
const unbounded = /^(?:[*+]|\{\d*,\d*\})/;
const mostRepeats = 3;

/** Says what is wrong with a pattern, else undefined. Answers are short here (500), so a few flat repeats are harmless. */
export function findSlowPattern(source: unknown): string | undefined {
  if (typeof source !== 'string' || source === '') return 'write a regular expression';
  if (source.length > 500) return 'write at most 500 characters';
  try {
    new RegExp(source);
  } catch {
    return 'this is not a regular expression';
  }
  if (/\\[1-9]|\\k</.test(source)) return 'references back to a group may be slow: leave them out';
  return scan(source);
}

/** A repeated group may hold neither a repeat nor alternatives; and few repeats stand in one pattern. */
function scan(source: string): string | undefined {
  const open: { isRisky: boolean }[] = [{ isRisky: false }];
  let repeats = 0;
  for (let at = 0; at < source.length; at += 1) {
    const char = source[at];
    let closed: { isRisky: boolean } | undefined;
    if (char === '\\') at += 1;
    else if (char === '[') at = endOfClass(source, at);
    else if (char === '(') {
      open.push({ isRisky: false });
      continue;
    } else if (char === ')') closed = open.pop();
    const top = open.at(-1);
    if (char === '|' && top) top.isRisky = true;
    if (closed?.isRisky && top) top.isRisky = true;
    if (!unbounded.test(source.slice(at + 1))) continue;
    if (closed?.isRisky) return 'a repeated group may not hold another repeat or alternatives: it may be slow';
    repeats += 1;
    if (top) top.isRisky = true;
  }
  return repeats > mostRepeats ? `use at most ${mostRepeats} unbounded repeats` : undefined;
}

function endOfClass(source: string, start: number): number {
  let at = start + 1;
  while (at < source.length && source[at] !== ']') at += source[at] === '\\' ? 2 : 1;
  return at;
}
