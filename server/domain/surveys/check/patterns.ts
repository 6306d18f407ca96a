/** Patterns whose time can explode are refused: nothing stops a running regular expression in JavaScript. */
const mostRepeats = 3;
const mostOptionals = 6;

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

interface Quantifier {
  /** `*`, `+`, `{2,}` and `{2,5}`: how much is taken may vary. */
  isOpen: boolean;
  isOptional: boolean;
  most: number;
}

function quantifierAt(source: string, at: number): Quantifier | undefined {
  const match = /^(?:([*+])|(\?)|\{(\d+)(,)?(\d*)\})/.exec(source.slice(at));
  if (!match) return undefined;
  if (match[2]) return { isOpen: false, isOptional: true, most: 1 };
  const isOpen = match[1] !== undefined || match[4] !== undefined;
  return { isOpen, isOptional: false, most: isOpen ? Number.POSITIVE_INFINITY : Number(match[3]) };
}

/** What a group holds decides how often it may be repeated: with repeats or alternatives never, with optional parts thrice. */
interface Group {
  isRisky: boolean;
  hasOptional: boolean;
}

function scan(source: string): string | undefined {
  const open: Group[] = [{ isRisky: false, hasOptional: false }];
  let [repeats, optionals] = [0, 0];
  for (let at = 0; at < source.length; at += 1) {
    const char = source[at];
    if (char === '(') {
      open.push({ isRisky: false, hasOptional: false });
      at += source[at + 1] === '?' ? 1 : 0;
      continue;
    }
    if (char === '\\') at += 1;
    if (char === '[') at = endOfClass(source, at);
    const closed = char === ')' ? open.pop() : undefined;
    const around = open.at(-1) ?? { isRisky: false, hasOptional: false };
    around.isRisky ||= char === '|' || closed?.isRisky === true;
    around.hasOptional ||= closed?.hasOptional === true;
    const quantifier = quantifierAt(source, at + 1);
    if (!quantifier) continue;
    if (closed && isSlow(closed, quantifier))
      return 'a repeated group may not hold other repeats or alternatives: it may be slow';
    around.isRisky ||= quantifier.isOpen;
    around.hasOptional ||= quantifier.isOptional;
    repeats += quantifier.isOpen ? 1 : 0;
    optionals += quantifier.isOptional ? 1 : 0;
    at += source.slice(at + 1).match(/^(?:[*+?]|\{[\d,]*\})\??/)?.[0].length ?? 0;
  }
  if (repeats > mostRepeats) return `use at most ${mostRepeats} repeats of open length (* + {2,5})`;
  return optionals > mostOptionals ? `use at most ${mostOptionals} optional parts (?)` : undefined;
}

function isSlow(group: Group, quantifier: Quantifier): boolean {
  return (group.isRisky && quantifier.most > 1) || (group.hasOptional && quantifier.most > 3);
}

function endOfClass(source: string, start: number): number {
  let at = start + 1;
  while (at < source.length && source[at] !== ']') at += source[at] === '\\' ? 2 : 1;
  return at;
}
