import { expect, test } from 'vitest';
import { isParallel } from '../../../client/pages/person/parallel.ts';
import { changeRows, finishedCards, meansOf } from '../../../client/pages/person/progression.ts';

const card = (date: string, person: Record<string, number> | null, version: number | null = 1) => ({
  ...{
    date,
    version,
    personDone: true,
    coordinatorDone: person !== null,
    person,
    coordinator: person && { contact: 3 },
  },
});

test('a card whose halves are not both in counts neither as first nor as latest', () => {
  const cards = finishedCards([card('2026-06-01', null), card('2026-04-01', { a: 3 }), card('2026-01-01', { a: 1 })]);
  expect(cards.map(({ date }) => date)).toEqual(['2026-01-01', '2026-04-01']);
});

test('the change is latest minus first, and there is none where either is missing', () => {
  const cards = finishedCards([
    card('2026-01-01', { a: 4, b: 2 }),
    card('2026-02-01', { a: 1, b: 5, c: 1 }),
    card('2026-03-01', { a: 3, c: 2 }),
  ]);
  const rows = changeRows(cards, 'person', ['a', 'b', 'c', 'd']);
  expect(rows).toEqual([
    { key: 'a', first: 4, latest: 3, change: -1, n: 3, isBroken: false },
    { key: 'b', first: 2, latest: null, change: null, n: 2, isBroken: false },
    { key: 'c', first: null, latest: 2, change: null, n: 2, isBroken: false },
    { key: 'd', first: null, latest: null, change: null, n: 0, isBroken: false },
  ]);
  expect(meansOf(rows)).toEqual({ first: 4, latest: 3, change: -1 });
});

test('a change over a version that broke the question is marked, in the half where it did', () => {
  const cards = finishedCards([card('2026-01-01', { a: 4, b: 2 }, 1), card('2026-02-01', { a: 1, b: 5 }, 3)]);
  const breaks = { 'person.a': [2], 'person.b': [4], 'coordinator.contact': [3] };
  const broken = (half: 'person' | 'coordinator', all = cards) =>
    changeRows(all, half, [], breaks).flatMap(({ key, isBroken }) => (isBroken ? [key] : []));
  expect(broken('person')).toEqual(['a']);
  expect(broken('coordinator')).toEqual(['contact']);
  expect(broken('person', cards.slice(1))).toEqual([]);
});

test('one card alone has no change', () => {
  const rows = changeRows(finishedCards([card('2026-01-01', { a: 4 })]), 'person', ['a']);
  expect(rows[0]).toMatchObject({ latest: 4, change: null });
  expect(meansOf(rows)).toBeNull();
});

test('questions of earlier versions come after those of the card in force', () => {
  const rows = changeRows(finishedCards([card('2026-01-01', { old: 2, a: 1 })]), 'person', ['a']);
  expect(rows.map(({ key }) => key)).toEqual(['a', 'old']);
});

test('interventions are parallel when they share a day, one without an end lasts', () => {
  const one = (type: string, start: string, end: string | null) => ({ type, start, end, hoursPerWeek: null });
  const all = [
    one('practice', '2026-01-01', '2026-02-01'),
    one('jobSearch', '2026-02-01', '2026-03-01'),
    one('mentorship', '2026-03-02', null),
    one('practice', '2026-05-01', '2026-05-02'),
  ];
  expect(all.map((each) => isParallel(each, all))).toEqual([true, true, true, true]);
  expect(isParallel(all[1]!, all.slice(1))).toBe(false);
});
