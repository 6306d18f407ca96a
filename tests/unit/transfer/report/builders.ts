// A snapshot's content as one is frozen, with a hidden group, a judged goal, a gender of its own colour and a long text.
import type { GoalResult, SuppressedGroup } from '../../../../server/domain/indicators/results.ts';
import type { Programme } from '../../../../server/domain/programme/schema.ts';
import type { SnapshotContent } from '../../../../server/domain/snapshots/content.ts';
import type { ReportModel } from '../../../../server/transfer/report/model/blocks.ts';
import type { Source } from '../../../../server/transfer/report/model/making.ts';
import { reportModel } from '../../../../server/transfer/report/model/model.ts';
import {
  buildEnrolment,
  buildProgramme,
  buildResponse,
  buildRows,
  count,
  surveys,
  times,
} from '../../indicators/builders.ts';

const goals = [
  { indicator: { population: 'enrolments', measure: 'count' }, target: { atLeast: 10 } },
  {
    indicator: { population: 'responses', survey: 'exit', measure: 'share', of: "{feelsBetter} = 'yes'" },
    target: { atLeast: 0.9 },
  },
  {
    indicator: { measure: 'judged' },
    target: { judged: 'yes' },
    verdict: { status: 'met', motivation: 'Materialet finns.', by: 'Eva', date: '2025-06-01' },
  },
] as const;

const rows = buildRows({
  enrolments: times(24, (at) =>
    buildEnrolment({ gender: at < 20 ? 'woman' : 'man', site: at % 2 === 0 ? 'norra' : 'sodra' }),
  ),
  responses: times(20, (at) => buildResponse({ gender: 'woman', answers: { feelsBetter: at < 8 ? 'yes' : 'no' } })),
});

const titles = ['Deltagare', 'Mår bättre', 'Anpassat material'];
export function buildSource(overrides: Partial<Source> = {}): Source {
  const definition = buildProgramme([], {
    title: { sv: 'Väg & <framåt>', en: 'Road & <onward>' },
    goals: goals.map((goal, at) => ({ id: `goal-${at}`, title: { sv: titles[at] ?? '' }, ...structuredClone(goal) })),
  });
  const content = contentOf(definition);
  return { content, hash: 'f00d'.repeat(16), texts: undefined, language: 'sv', ...overrides };
}

function contentOf(definition: Programme): SnapshotContent {
  const { title, slug } = { title: 'Slutrapport', slug: definition.slug };
  const counted = count(definition, rows, 'gender,site').map(
    ({ basis: _, ...goal }): GoalResult => ({
      ...goal,
      groups: goal.groups.map((group): GoalResult['groups'][number] | SuppressedGroup =>
        group.denominator === 4 ? { by: group.by, suppressed: true } : group,
      ),
    }),
  );
  const moment = '2025-07-01T09:30:00.000Z';
  return {
    ...{
      form: 1,
      id: 's1',
      programme: slug,
      title,
      createdAt: moment,
      createdBy: 'Eva',
      by: 'gender,site',
      minDays: null,
    },
    ...{ productVersion: '1.0.0', computedAt: moment, definition },
    surveys: surveys
      .filter((each) => each.name === 'exit')
      .map((each) => ({ name: 'exit', version: 1, publishedAt: moment, definition: each })),
    rows: [
      { kind: 'enrolments', survey: null, rows: 24, fewerThan: null },
      { kind: 'responses', survey: 'exit', rows: null, fewerThan: 5 },
    ],
    results: { programme: slug, computedAt: moment, as: 'evaluator', goals: counted },
  };
}

export const buildModel = (overrides: Partial<Source> = {}): ReportModel => reportModel(buildSource(overrides));
