// What was examined is kept for those who ask again, and only while nothing was written.
import { expect, test } from 'vitest';
import { keepLatest } from '../../../server/access/qualityKept.ts';

const counting = () => {
  let times = 0;
  return async () => ++times;
};

test('asked again in the same state it is not examined again; in another state, or by others, it is', async () => {
  const [keep, examine] = [keepLatest<number>(), counting()];
  expect(await Promise.all([keep('all', 'a', examine), keep('all', 'a', examine)])).toEqual([1, 1]);
  expect(await keep('all', 'b', examine)).toBe(2);
  expect(await keep('all', 'a', examine)).toBe(3);
  expect(await keep('ostad', 'a', examine)).toBe(4);
  expect(await keep('all', 'a', examine)).toBe(3);
});

test('what failed is tried again', async () => {
  const [keep, examine] = [keepLatest<number>(), counting()];
  await expect(keep('all', 'a', () => Promise.reject(new Error('away')))).rejects.toThrow('away');
  expect(await keep('all', 'a', examine)).toBe(1);
});

test('only the readers that asked last are kept', async () => {
  const [keep, examine] = [keepLatest<number>(), counting()];
  for (const readers of ['1', '2', '3', '4', '5']) await keep(readers, 'a', examine);
  expect(await keep('5', 'a', examine)).toBe(5);
  expect(await keep('1', 'a', examine)).toBe(6);
});
