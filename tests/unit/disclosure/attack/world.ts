// A random programme that grows: rows come in, state by state. Beside each goal stands what anyone can read in its definition.
import { buildTable } from '../../../../server/domain/answers/table.ts';
import type { Source } from '../../../../server/domain/indicators/selection.ts';
import type { Enrolment, ProgrammeRows, Response } from '../../../../server/domain/programme/records.ts';
import type { Programme } from '../../../../server/domain/programme/schema.ts';
import { buildProgramme, buildRows, type GoalOverrides, surveys, today } from '../../indicators/builders.ts';

/** What a goal counts, as sets of conditions: of its rows, of its base (null: all rows), and of its numerator (null: none). */
export interface Meaning {
  rows: string[];
  base: string | null;
  hits: string[] | null;
}
type Entry = [GoalOverrides, Meaning];

const enrolments = { population: 'enrolments' } as const;
const exits = { population: 'exits' } as const;
const responses = { population: 'responses', survey: 'exit' } as const;
const employed = "{exitStatus} = 'employed'";
const entries: Entry[] = [
  [{ indicator: { ...enrolments, measure: 'count' } }, { rows: [], base: null, hits: null }],
  [
    { indicator: { ...enrolments, measure: 'share', of: "{gender} = 'woman'" } },
    { rows: [], base: null, hits: ['gender=woman'] },
  ],
  [{ indicator: { ...exits, measure: 'count' } }, { rows: ['exited'], base: null, hits: null }],
  [
    { indicator: { ...exits, measure: 'share', of: employed, base: 'answered' } },
    { rows: ['exited'], base: 'status', hits: ['exitStatus=employed'] },
  ],
  [
    { indicator: { ...exits, measure: 'share', of: employed, where: "{bornAbroad} = 'yes'", base: 'answered' } },
    { rows: ['exited', 'bornAbroad=yes'], base: 'status', hits: ['exitStatus=employed'] },
  ],
  [
    { indicator: { ...enrolments, measure: 'count', of: employed } },
    { rows: ['exitStatus=employed'], base: null, hits: null },
  ],
  [
    { indicator: { ...responses, measure: 'share', of: "{feelsBetter} = 'yes'" } },
    { rows: ['response'], base: 'feels', hits: ['feelsBetter=yes'] },
  ],
  [{ indicator: { ...responses, measure: 'count' } }, { rows: ['response'], base: null, hits: null }],
];

export const meanings: ReadonlyMap<string, Meaning> = new Map(
  entries.map(([, meaning], at) => [`goal-${at}`, meaning]),
);
const sites = ['a', 'b', 'c', 'd'];

export const programme: Programme = buildProgramme(
  entries.map(([goal]) => goal),
  { sites: sites.map((slug) => ({ slug, title: slug })), ageBands: [16, 30] },
);

type Random = () => number;
export function generator(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** The first of the values mostly, the last seldom. */
const skewed = <Value>(random: Random, values: readonly Value[]): Value =>
  values[Math.floor(random() ** 1.7 * values.length)] as Value;

function buildEnrolment(random: Random, at: number): Enrolment {
  const start = skewed(random, ['2024-02-01', '2024-08-01', '2025-02-01', '2025-05-01']);
  const hasLeft = random() < 0.7;
  const status = skewed(random, ['employed', 'other', undefined]);
  return {
    enrolment: `e${at}`,
    person: `p${at}`,
    site: skewed(random, sites),
    start,
    ...(random() < 0.97 ? { gender: skewed(random, ['woman', 'man', 'man', 'other'] as const) } : {}),
    birthYear: skewed(random, [1985, 2004]),
    bornAbroad: skewed(random, ['no', 'yes', 'unknown'] as const),
    ...(hasLeft ? { end: `2025-06-${10 + Math.floor(random() * 9)}`, ...(status && { exitStatus: status }) } : {}),
    fields: random() < 0.5 ? { qualification: skewed(random, ['low', 'high']) } : {},
  };
}

function buildResponse(random: Random, at: number): Response {
  return {
    response: `r${at}`,
    survey: 'exit',
    version: 1,
    submittedAt: '2025-05-01',
    site: skewed(random, sites),
    gender: skewed(random, ['woman', 'man', 'other'] as const),
    answers: random() < 0.8 ? { feelsBetter: random() < 0.6 ? 'yes' : 'no' } : {},
  };
}

/** The programme's rows at each state: those before, and some more. */
export function growingStates(seed: number, states: number): Source[] {
  const random = generator(seed);
  const rows: ProgrammeRows = buildRows();
  return Array.from({ length: states }, (_, at) => {
    const fresh = at === 0 ? 45 + Math.floor(random() * 40) : 1 + Math.floor(random() * 14);
    for (let n = 0; n < fresh; n++)
      if (random() < 0.65) rows.enrolments.push(buildEnrolment(random, rows.enrolments.length));
      else rows.responses.push(buildResponse(random, rows.responses.length));
    const now = { ...rows, enrolments: [...rows.enrolments], responses: [...rows.responses] };
    return { programme, surveys, table: buildTable(programme, surveys, now, today) };
  });
}
