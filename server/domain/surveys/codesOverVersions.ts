/** What a question's codes have meant over the versions of its survey: what was taken away keeps its title and its place. */
import type { Coded } from './questions.ts';

export interface KnownCode extends Coded {
  /** The newest version that asks the question does not offer it. */
  gone: boolean;
}

/**
 * In the order of the newest; what only older ones have stands after what stood before it there.
 * @param lists of one question, the newest version's first
 */
export function codesOverVersions([newest = [], ...older]: readonly (readonly Coded[])[]): KnownCode[] {
  const all: KnownCode[] = newest.map((each) => ({ ...each, gone: false }));
  for (const list of older) {
    let place = 0;
    for (const each of list) {
      const known = all.findIndex(({ code }) => String(code) === String(each.code));
      if (known < 0) all.splice(place, 0, { ...each, gone: true });
      place = (known < 0 ? place : known) + 1;
    }
  }
  return all;
}
