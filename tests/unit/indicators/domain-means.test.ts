import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { buildTable } from '../../../server/domain/answers/table.ts';
import { computeResults } from '../../../server/domain/indicators/compute.ts';
import type { Response } from '../../../server/domain/programme/records.ts';
import { programmeDefinition } from '../../../server/domain/programme/schema.ts';
import type { SurveyDefinition } from '../../../server/domain/surveys/definition.ts';

const collaboration = JSON.parse(readFileSync('surveys/collaboration/v1.json', 'utf8')) as SurveyDefinition;
const questions = ['incomeSupportAndCare', 'labourMarketAndCare'];
/** Answers 1 to 5 as the report counts them. */
const counts: Record<string, Record<string, number[]>> = {
  w1: { incomeSupportAndCare: [3, 10, 15, 7, 3], labourMarketAndCare: [1, 13, 16, 13, 2] },
  w2: { incomeSupportAndCare: [3, 10, 13, 10, 3], labourMarketAndCare: [1, 13, 16, 9, 2] },
};

function responses(): Response[] {
  return Object.entries(counts).flatMap(([wave, byQuestion]) =>
    Object.entries(byQuestion).flatMap(([question, numbers]) =>
      numbers.flatMap((count, at) =>
        Array.from({ length: count }, (_, k) => ({
          response: `${wave}-${question}-${at}-${k}`,
          survey: 'collaboration',
          version: 1,
          wave,
          submittedAt: '2024-05-01',
          answers: { [question]: at + 1 },
        })),
      ),
    ),
  );
}

const text = { sv: 'x' };
const programme = programmeDefinition.parse({
  slug: 'p',
  title: text,
  start: '2023-01-01',
  sites: [{ slug: 'a', title: 'A' }],
  waves: ['w1', 'w2'].map((slug) => ({ slug, title: text, survey: 'collaboration' })),
  goals: ['w1', 'w2'].flatMap((wave) =>
    questions.map((of) => ({
      id: `${of.toLowerCase()}-${wave}`,
      title: text,
      indicator: { population: 'responses', survey: 'collaboration', measure: 'mean', of, wave },
      ...(wave === 'w2' ? { target: { aboveWave: 'w1' } } : {}),
    })),
  ),
});

test('the published answer counts give the published means, n and statuses', () => {
  const rows = {
    enrolments: [],
    responses: responses(),
    assessments: [],
    interventions: [],
    activities: [],
    followUps: [],
  };
  const surveys = [collaboration];
  const table = buildTable(programme, surveys, rows, '2025-01-01');
  const goals = computeResults({ programme, surveys, table });
  expect(goals.map(({ n, mean, status, missing }) => [n, Number(mean?.toFixed(2)), status, missing])).toEqual([
    [38, 2.92, null, 45],
    [45, 3.04, null, 38],
    [39, 3, 'met', 41],
    [41, 2.95, 'notMet', 39],
  ]);
});
