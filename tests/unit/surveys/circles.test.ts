import { expect, test } from 'vitest';
import { findCircles } from '../../../server/domain/surveys/check/circles.ts';

const circlesOf = (needs: Record<string, string[]>) =>
  Object.fromEntries(
    [...findCircles(new Map(Object.entries(needs)))].map(([name, told]) => [name, told.join(' needs ')]),
  );
const ring = (size: number) =>
  Object.fromEntries(Array.from({ length: size }, (_, at) => [`q${at}`, [`q${(at + 1) % size}`]]));

test('a circle is told from each question in it, and from no other', () => {
  expect(circlesOf({ a: ['b'], b: ['c', 'x'], c: ['a'], x: [], y: ['a'], z: ['z'], w: ['gone'] })).toEqual({
    a: 'a needs b needs c needs a',
    b: 'b needs c needs a needs b',
    c: 'c needs a needs b needs c',
    z: 'z needs z',
  });
  expect(circlesOf({ a: ['b'], b: ['a', 'c'], c: ['d'], d: ['c'] })).toMatchObject({
    b: 'b needs a needs b',
    d: 'd needs c needs d',
  });
});

test('what stands between two circles waits, but not for itself', () => {
  expect(Object.keys(circlesOf({ a: ['a', 'b'], b: ['c'], c: ['c'] }))).toEqual(['a', 'c']);
});

test('a long circle is told by its first names', () => {
  const told = circlesOf(ring(2000));
  expect(Object.keys(told)).toHaveLength(2000);
  expect(told.q1999).toBe('q1999 needs q0 needs q1 needs q2 needs q3 needs q4 needs q5 needs q6 needs ... needs q1999');
});
