import { expect, test } from 'vitest';
import { together } from '../../../server/store/together.ts';

/** Batches as they were run; each waits until it is let go. */
function held(outcome: (items: readonly number[]) => number[] = (items) => items.map((item) => item * 10)) {
  const batches: number[][] = [];
  const gates: (() => void)[] = [];
  const call = together(async (items: readonly number[]) => {
    batches.push([...items]);
    await new Promise<void>((resolve) => gates.push(resolve));
    return outcome(items);
  });
  const letGo = async () => {
    gates.shift()?.();
    await turns();
  };
  return { call, batches, letGo };
}

/** More than anybody waits for others to come. */
const turns = async () => {
  for (let passed = 0; passed < 20; passed++) await new Promise((resolve) => setImmediate(resolve));
};

test('calls of one turn are done as one, and so are those that come while they are under way; each gets its own result', async () => {
  const { call, batches, letGo } = held();
  const early = [1, 2].map(call);
  await turns();
  const late = [3, 4, 5].map(call);
  await letGo();
  await letGo();
  expect(await Promise.all([...early, ...late])).toEqual([10, 20, 30, 40, 50]);
  expect(batches).toEqual([
    [1, 2],
    [3, 4, 5],
  ]);
});

const numbers = (count: number) => Array.from({ length: count }, (_, at) => at);

test('of a crowd half goes on while the other half is under way, and no third batch begins beside them', async () => {
  const { call, batches, letGo } = held();
  const crowd = numbers(32).map(call);
  await turns();
  expect(batches.map((each) => each.length)).toEqual([16, 16]);
  const others = numbers(40).map(call);
  await turns();
  expect(batches.map((each) => each.length)).toEqual([16, 16]);
  await letGo();
  expect(batches.map((each) => each.length)).toEqual([16, 16, 20]);
  for (let more = 0; more < 4; more++) await letGo();
  expect(await Promise.all(crowd)).toEqual(numbers(32).map((each) => each * 10));
  expect(await Promise.all(others)).toEqual(numbers(40).map((each) => each * 10));
  expect(batches.map((each) => each.length)).toEqual([16, 16, 20, 16, 4]);
});

test('a few wait for what is under way', async () => {
  const { call, batches, letGo } = held();
  const all = [call(0)];
  await turns();
  all.push(...numbers(15).map(call));
  await turns();
  expect(batches).toEqual([[0]]);
  await letGo();
  expect(batches).toEqual([[0], numbers(15)]);
  await letGo();
  await Promise.all(all);
});

test('a call never joins what began before it', async () => {
  const { call, batches, letGo } = held();
  const first = call(1);
  await turns();
  const second = call(2);
  await letGo();
  await first;
  const third = call(3);
  await letGo();
  await second;
  await letGo();
  expect(await third).toBe(30);
  expect(batches).toEqual([[1], [2], [3]]);
});

test('when several fail together each is run alone: one bad item spoils nobody else', async () => {
  const call = together(async (items: readonly number[]) => {
    if (items.includes(13)) throw new Error('thirteen');
    return items.map((item) => item * 10);
  });
  const outcomes = await Promise.allSettled([1, 2, 13, 4].map(call));
  expect(outcomes.map((each) => (each.status === 'fulfilled' ? each.value : String(each.reason)))).toEqual([
    10,
    20,
    'Error: thirteen',
    40,
  ]);
});

test('after a failure the next call is served', async () => {
  let isBroken = true;
  const call = together(async (items: readonly number[]) => {
    if (isBroken) throw new Error('away');
    return items;
  });
  await expect(call(1)).rejects.toThrow('away');
  isBroken = false;
  expect(await call(2)).toBe(2);
});
