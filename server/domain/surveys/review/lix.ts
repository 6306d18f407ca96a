// How hard a Swedish text is to read.

const word = /[\p{L}\p{M}\p{N}]+(?:[-'’][\p{L}\p{M}\p{N}]+)*/gu;
const longWord = 6;
/** With the quotation mark or bracket that closes it; after an abbreviation ("t.ex. så") the sentence goes on with a small letter. */
const sentenceEnd = /[!?:]+["'”’»)\]]*(?:\s|$)|\.+["'”’»)\]]*(?:$|\s+(?!\p{Ll}))|\n/u;

export interface Reading {
  words: number;
  /** Whole number; null for no text. */
  lix: number | null;
}

export const wordsIn = (text: string): string[] => text.match(word) ?? [];

/**
 * LIX, läsbarhetsindex: words per sentence and, of a hundred words, those of more than six letters. About 25 is a children's book,
 * 35 a novel, 45 a newspaper, 55 an authority's letter. Each text is at least a sentence, so a list of choices does not read as one.
 *
 * Source: Björnsson, C. H. (1968), Läsbarhet, Liber.
 */
export function readingOf(texts: readonly string[]): Reading {
  let [words, long, sentences] = [0, 0, 0];
  for (const text of texts) {
    const own = wordsIn(text);
    if (own.length === 0) continue;
    words += own.length;
    long += own.filter((each) => [...each].length > longWord).length;
    sentences += text.split(sentenceEnd).filter((part) => wordsIn(part).length > 0).length;
  }
  return { words, lix: words === 0 ? null : Math.round(words / sentences + (100 * long) / words) };
}
