import { expect, test } from 'vitest';
import { attack } from './run.ts';

// `npm run soak` goes through ten states, from several beginnings.
test('whoever asks everything at every state cannot work out one hidden number', () => {
  const outcome = attack(1, 3);
  console.log(`${outcome.queries} queries, ${outcome.hidden} numbers hidden, ${outcome.pinned.length} pinned`);
  expect(outcome.hidden).toBeGreaterThan(100);
  expect(outcome.pinned).toEqual([]);
});

test('with nothing hidden but small groups, the same attack finds some of them', () => {
  const outcome = attack(1, 3, true);
  console.log(`control: ${outcome.hidden} numbers hidden, ${outcome.pinned.length} pinned`);
  expect(outcome.pinned.length).toBeGreaterThan(0);
});
