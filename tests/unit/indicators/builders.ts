// Small programmes and rows for the counting tests.
import { readFileSync } from 'node:fs';
import { buildTable } from '../../../server/domain/answers/table.ts';
import { parseBy } from '../../../server/domain/indicators/by.ts';
import { computeResults } from '../../../server/domain/indicators/compute.ts';
import type { CountedGoal, GroupResult } from '../../../server/domain/indicators/results.ts';
import type { Filters } from '../../../server/domain/indicators/selection.ts';
import type { Enrolment, ProgrammeRows, Response } from '../../../server/domain/programme/records.ts';
import { type Programme, type ProgrammeInput, programmeDefinition } from '../../../server/domain/programme/schema.ts';
import type { AnyDefinition } from '../../../server/domain/surveys/definition.ts';

export const text = { sv: 'x' };
export const today = '2025-06-30';
export const surveys = ['exit', 'treatment', 'collaboration', 'progression-card'].map(
  (name) => JSON.parse(readFileSync(`surveys/${name}/v1.json`, 'utf8')) as AnyDefinition,
);

type GoalInput = NonNullable<ProgrammeInput['goals']>[number];
export type GoalOverrides = Omit<GoalInput, 'id' | 'title'>;

export function buildProgramme(goals: GoalOverrides[] = [], overrides: Partial<ProgrammeInput> = {}): Programme {
  return programmeDefinition.parse({
    slug: 'example',
    title: text,
    start: '2023-01-01',
    sites: ['norra', 'sodra'].map((slug) => ({ slug, title: slug })),
    codes: {
      intervention: [
        { value: 'practice', title: text, jobFocused: true },
        { value: 'walks', title: text },
      ],
    },
    fields: [{ name: 'qualification', title: text, choices: ['low', 'high'] }],
    waves: ['w1', 'w2'].map((slug) => ({ slug, title: text, survey: 'collaboration' })),
    goals: goals.map((goal, at) => ({ id: `goal-${at}`, title: text, ...goal })),
    ...overrides,
  });
}

export function buildRows(rows: Partial<ProgrammeRows> = {}): ProgrammeRows {
  return { enrolments: [], responses: [], assessments: [], interventions: [], activities: [], followUps: [], ...rows };
}

let made = 0;
export function buildEnrolment(overrides: Partial<Enrolment> = {}): Enrolment {
  made += 1;
  return {
    enrolment: `e${made}`,
    person: `p${made}`,
    site: 'norra',
    start: '2024-01-01',
    gender: 'woman',
    birthYear: 1990,
    fields: {},
    ...overrides,
  };
}

export function buildResponse(overrides: Partial<Response> = {}): Response {
  made += 1;
  return { response: `r${made}`, survey: 'exit', version: 1, submittedAt: '2024-05-01', answers: {}, ...overrides };
}

/** Counts the programme's goals over the rows; `by` as in the command. */
export function count(programme: Programme, rows: ProgrammeRows, by = '', filters: Filters = {}): CountedGoal[] {
  const table = buildTable(programme, surveys, rows, today);
  return computeResults({ programme, surveys, table, by: parseBy(by), ...filters });
}

export function group(goal: CountedGoal | undefined, by: Record<string, string | number>): GroupResult {
  const found = goal?.groups.find((each) => JSON.stringify(each.by) === JSON.stringify(by));
  if (!found) throw new Error(`no group ${JSON.stringify(by)}`);
  return found;
}

export const times = <Row>(n: number, make: (at: number) => Row): Row[] =>
  Array.from({ length: n }, (_, at) => make(at));
