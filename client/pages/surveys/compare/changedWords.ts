// Which words of two texts differ: the longest run of words that both have in the same order is what stayed.
export interface Piece {
  text: string;
  isChanged: boolean;
}
/** Beyond it the texts are marked as a whole. */
const most = 600;

const wordsOf = (text: string) => text.match(/\s+|[^\s]+/g) ?? [];

/** Both texts in pieces, alternately changed and not. */
export const changedWords = (before: string, after: string): { before: Piece[]; after: Piece[] } => {
  const [was, is] = [wordsOf(before), wordsOf(after)];
  if (was.length > most || is.length > most) {
    const isChanged = before !== after;
    return { before: [{ text: before, isChanged }], after: [{ text: after, isChanged }] };
  }
  const lengths = commonLengths(was, is);
  const [kept, keptToo] = [new Set<number>(), new Set<number>()];
  for (let [i, j] = [0, 0]; i < was.length && j < is.length; ) {
    if (was[i] === is[j]) {
      kept.add(i++);
      keptToo.add(j++);
    } else if ((lengths[i + 1]?.[j] ?? 0) >= (lengths[i]?.[j + 1] ?? 0)) i++;
    else j++;
  }
  return { before: joined(was, kept), after: joined(is, keptToo) };
};

/** [i][j]: how many words the rests from i and j have in common. */
const commonLengths = (was: string[], is: string[]): number[][] => {
  const lengths = Array.from({ length: was.length + 1 }, () => new Array<number>(is.length + 1).fill(0));
  for (let i = was.length - 1; i >= 0; i--) {
    const [row, next] = [lengths[i] ?? [], lengths[i + 1] ?? []];
    for (let j = is.length - 1; j >= 0; j--)
      row[j] = was[i] === is[j] ? (next[j + 1] ?? 0) + 1 : Math.max(next[j] ?? 0, row[j + 1] ?? 0);
  }
  return lengths;
};

/** A space between two changed words is marked with them. */
const joined = (words: string[], kept: ReadonlySet<number>): Piece[] => {
  const pieces: Piece[] = [];
  for (const [at, text] of words.entries()) {
    const isBetween = text.trim() === '' && at > 0 && at < words.length - 1;
    const isChanged = !kept.has(at) || (isBetween && !kept.has(at - 1) && !kept.has(at + 1));
    const last = pieces.at(-1);
    if (last?.isChanged === isChanged) last.text += text;
    else pieces.push({ text, isChanged });
  }
  return pieces;
};
