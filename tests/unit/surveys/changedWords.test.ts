import fc from 'fast-check';
import { expect, test } from 'vitest';
import { changedWords } from '../../../client/pages/surveys/compare/changedWords.ts';

const marked = (before: string, after: string) => {
  const show = (pieces: { text: string; isChanged: boolean }[]) =>
    pieces.map(({ text, isChanged }) => (isChanged ? `[${text}]` : text)).join('');
  const both = changedWords(before, after);
  return [show(both.before), show(both.after)];
};

test('words that stayed are left alone, and a space between two changed ones goes with them', () => {
  expect(marked('Hur mår du nu?', 'Hur mår du i dag?')).toEqual(['Hur mår du [nu?]', 'Hur mår du [i dag?]']);
  expect(marked('a b c', 'a c')).toEqual(['a [b ]c', 'a c']);
  expect(marked('', 'ny text')).toEqual(['', '[ny text]']);
  expect(marked('lika', 'lika')).toEqual(['lika', 'lika']);
});

test('the pieces of each text are that text, and what is unchanged is the same in both', () => {
  const words = fc.array(fc.constantFrom('a', 'b', 'c', ' ', '  '), { maxLength: 30 }).map((list) => list.join(' '));
  fc.assert(
    fc.property(words, words, (before, after) => {
      const both = changedWords(before, after);
      const whole = (pieces: { text: string }[]) => pieces.map(({ text }) => text).join('');
      expect([whole(both.before), whole(both.after)]).toEqual([before, after]);
      const bare = (pieces: { text: string; isChanged: boolean }[]) =>
        whole(pieces.filter(({ isChanged }) => !isChanged)).replace(/\s/g, '');
      expect(bare(both.before)).toBe(bare(both.after));
    }),
    { numRuns: 200, seed: 7 },
  );
});
