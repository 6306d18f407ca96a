import { expect, test } from 'vitest';
import { readerOf } from '../../../server/domain/answers/columns.ts';
import { namesOf } from '../../../server/domain/answers/names.ts';
import { buildTable } from '../../../server/domain/answers/table.ts';
import type { ProgrammeRows } from '../../../server/domain/programme/records.ts';
import type { Population } from '../../../server/domain/programme/schema.ts';
import type { AnyDefinition } from '../../../server/domain/surveys/definition.ts';
import { buildEnrolment, buildProgramme, buildResponse, buildRows, surveys, today } from '../indicators/builders.ts';

const programme = buildProgramme();

/** The values of a name, row by row. */
function values(rows: ProgrammeRows, name: string, population: Population = 'enrolments', survey?: string) {
  const table = buildTable(programme, surveys, rows, today).rowsOf(population, survey);
  const column = table.find(name);
  return column && Array.from({ length: table.size }, (_, row) => readerOf(column)(row));
}

test('age is start year less birth year, bands are named by their lower bound, below the first there is none', () => {
  const rows = buildRows({
    enrolments: [1979, 1980, 2005, 2009, undefined].map((birthYear) =>
      buildEnrolment({ start: '2024-12-31', birthYear }),
    ),
  });
  expect(values(rows, 'age')).toEqual([45, 44, 19, 15, null]);
  expect(values(rows, 'ageBand')).toEqual([45, 30, 19, null, null]);
});

test('days run from start to end, or to today while still enrolled', () => {
  const rows = buildRows({
    enrolments: [buildEnrolment({ start: '2024-02-28', end: '2024-03-01' }), buildEnrolment({ start: '2025-06-01' })],
  });
  expect(values(rows, 'days')).toEqual([2, 29]);
});

test('activity is exact hours and their bands, first and last by date whatever the order of the rows', () => {
  const rows = buildRows({
    enrolments: [buildEnrolment({ enrolment: 'a' }), buildEnrolment({ enrolment: 'b' })],
    activities: [
      { enrolment: 'a', date: '2024-09-01', hoursPerWeek: 9.5 },
      { enrolment: 'a', date: '2024-01-01', hoursPerWeek: 0 },
      { enrolment: 'a', date: '2024-05-01', hoursPerWeek: 20 },
    ],
  });
  expect(values(rows, 'activity.first')).toEqual([0, null]);
  expect(values(rows, 'activity.last')).toEqual([9.5, null]);
  expect(values(rows, 'activityBand.first')).toEqual([0, null]);
  expect(values(rows, 'activityBand.last')).toEqual([6, null]);
});

test('interventions are a list that is known even when empty; job-focused goes by the programme’s codes', () => {
  const rows = buildRows({
    enrolments: ['a', 'b', 'c'].map((enrolment) => buildEnrolment({ enrolment })),
    interventions: [
      { enrolment: 'a', type: 'walks', start: '2024-01-01' },
      { enrolment: 'a', type: 'practice', start: '2024-02-01' },
      { enrolment: 'a', type: 'walks', start: '2024-03-01' },
      { enrolment: 'b', type: 'walks', start: '2024-01-01' },
    ],
  });
  expect(values(rows, 'interventions')).toEqual([['walks', 'practice'], ['walks'], []]);
  expect(values(rows, 'jobFocused')).toEqual([true, false, false]);
});

test('exits have an end, assessed two cards or more; a follow-up keeps its own outcome', () => {
  const enrolments = [
    buildEnrolment({ enrolment: 'a', end: '2024-05-01' }),
    buildEnrolment({ enrolment: 'b', gender: 'man' }),
  ];
  const card = (enrolment: string, date: string, person: Record<string, number>, coordinator = {}) => ({
    enrolment,
    date,
    person,
    coordinator,
  });
  const rows = buildRows({
    enrolments,
    assessments: [
      card('b', '2024-06-01', { health: 5, contact: 1 }, { contact: 3, coordinatorBelief: 4 }),
      card('a', '2024-01-01', { health: 1 }),
      card('b', '2024-01-01', { health: 2 }, { contact: 4, coordinatorBelief: 2 }),
      card('b', '2024-03-01', { contact: 2 }, { contact: 1 }),
    ],
    followUps: [
      { enrolment: 'b', date: '2024-09-01', outcome: 'notReached' },
      { enrolment: 'b', date: '2024-10-01', outcome: 'kept' },
      { enrolment: 'gone', date: '2024-10-01', outcome: 'kept' },
    ],
  });
  expect(values(rows, 'gender', 'exits')).toEqual(['woman']);
  expect(values(rows, 'gender', 'assessed')).toEqual(['man']);
  expect(values(rows, 'cards')).toEqual([1, 3]);
  const assessed = (name: string) => values(rows, name, 'assessed')?.[0];
  expect([assessed('health.first'), assessed('health.last'), assessed('person.health.change')]).toEqual([2, 5, 3]);
  // A plain name is the person's; a name that only the coordinator's half has needs no prefix.
  expect([assessed('contact.first'), assessed('contact.last'), assessed('coordinator.contact.change')]).toEqual([
    2, 1, -1,
  ]);
  expect(assessed('coordinatorBelief.change')).toBe(2);
  expect(values(rows, 'followUp', 'followUps')).toEqual(['notReached', 'kept']);
  expect(values(rows, 'followUp')).toEqual([null, 'kept']);
});

test('a response takes its background from its enrolment, else carries its own', () => {
  const rows = buildRows({
    enrolments: [
      buildEnrolment({ enrolment: 'a', site: 'sodra', gender: 'man', birthYear: 1990, start: '2024-02-01' }),
    ],
    responses: [
      buildResponse({ enrolment: 'a', answers: { feelsBetter: 'yes', activityHours: 6 } }),
      buildResponse({ site: 'norra', gender: 'woman', ageBand: 25 }),
      buildResponse({ birthYear: 1980, submittedAt: '2024-05-01' }),
    ],
  });
  const exit = (name: string) => values(rows, name, 'responses', 'exit');
  expect(exit('site')).toEqual(['sodra', 'norra', null]);
  expect(exit('gender')).toEqual(['man', 'woman', null]);
  expect(exit('ageBand')).toEqual([30, 25, 30]);
  expect(exit('cohort')).toEqual(['2024Q1', null, null]);
  expect(exit('feelsBetter')).toEqual(['yes', null, null]);
  expect(exit('activityHours')).toEqual([6, null, null]);
});

test('multi-selects are lists, matrix rows are names of their own, inherited properties are no answers', () => {
  const rows = buildRows({
    responses: [
      buildResponse({ survey: 'treatment', answers: { grounds: ['none'] } }),
      buildResponse({ survey: 'treatment', answers: { grounds: [] } }),
      buildResponse({ survey: 'collaboration', answers: { interventionsOffered: { jobSearch: 'high' } } }),
    ],
  });
  expect(values(rows, 'grounds', 'responses', 'treatment')).toEqual([['none'], null]);
  expect(values(rows, 'interventionsOffered.jobSearch', 'responses', 'collaboration')).toEqual(['high']);
  expect(values(rows, 'interventionsOffered.contact', 'responses', 'collaboration')).toEqual([null]);
  expect(values(rows, 'toString', 'responses', 'treatment')).toBeUndefined();
});

test('every name a population is said to have has a column, and no other', () => {
  const table = buildTable(programme, surveys, buildRows(), today);
  for (const population of ['enrolments', 'exits', 'assessed', 'followUps'] as const) {
    const names = [...(namesOf(programme, surveys, population)?.keys() ?? [])];
    expect(names.filter((name) => !table.rowsOf(population).find(name))).toEqual([]);
  }
  for (const { name: survey } of surveys) {
    const names = [...(namesOf(programme, surveys, 'responses', survey)?.keys() ?? [])];
    expect(names.filter((name) => !table.rowsOf('responses', survey).find(name))).toEqual([]);
  }
  expect(namesOf(programme, surveys, 'responses', 'exit')?.has('exitStatus')).toBe(false);
  expect(namesOf(programme, surveys, 'enrolments')?.has('health.change')).toBe(false);
  expect(namesOf(programme, surveys, 'enrolments')?.get('qualification')).toBe('code');
  expect(namesOf(programme, surveys, 'responses', 'none')).toBeUndefined();
});

test('names of all versions are known, typed as the newest version has them', () => {
  const version = (number: number, type: string, extra: object[] = []) =>
    ({
      name: 'own',
      version: number,
      anonymous: false,
      pages: [{ name: 'p', elements: [{ type, name: 'q', choices: ['a'] }, ...extra] }],
    }) as unknown as AnyDefinition;
  const names = namesOf(
    programme,
    [version(2, 'checkbox'), version(1, 'radiogroup', [{ type: 'comment', name: 'old' }])],
    'responses',
    'own',
  );
  expect([names?.get('q'), names?.get('old')]).toEqual(['list', 'text']);
});
