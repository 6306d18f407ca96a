/** Offset of the first character of each line. */
export const lineStartsOf = (text: string): number[] => {
  const starts = [0];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
};

/** The whole line, without its line break. Lines count from 1. */
export const rangeOfLine = (text: string, line: number): { start: number; end: number } => {
  const starts = lineStartsOf(text);
  const at = Math.max(0, Math.min(line, starts.length) - 1);
  const next = starts[at + 1];
  return { start: starts[at] ?? 0, end: next === undefined ? text.length : next - 1 };
};

export const lineAt = (text: string, offset: number): number => text.slice(0, offset).split('\n').length;

const mostMatches = 1000;
/** Offsets where the words stand, upper and lower case alike; the first thousand. */
export const findAll = (text: string, words: string): number[] => {
  if (words === '') return [];
  const [inText, wanted] = [text.toLowerCase(), words.toLowerCase()];
  const found: number[] = [];
  for (let at = inText.indexOf(wanted); at !== -1 && found.length < mostMatches; at = inText.indexOf(wanted, at + 1))
    found.push(at);
  return found;
};

export const firstDifference = (one: string, other: string): number => {
  const [lines, others] = [one.split('\n'), other.split('\n')];
  const at = lines.findIndex((line, index) => line !== others[index]);
  return (at === -1 ? lines.length : at) + 1;
};

export const indentOf = (text: string, offset: number): string => {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  return /^[ \t]*/.exec(text.slice(start, offset))?.[0] ?? '';
};
