import { expect, test } from 'vitest';
import { checkRequest, type Request } from '../../../server/domain/disclosure/requests.ts';
import { buildProgramme } from '../indicators/builders.ts';

const evaluator = { kind: 'evaluator' } as const;
const ask = (request: Request, cross?: [string, string][]) =>
  checkRequest(buildProgramme([], cross ? { suppression: { cross } } : {}), evaluator, request);

test('an evaluator asks by background, cohort and the programme’s fields', () => {
  const by = ['gender', 'ageBand', 'bornAbroad', 'site', 'referrer', 'role', 'cohort', 'qualification'].map((name) => [
    name,
  ]);
  expect(ask({ by })).toBeUndefined();
  expect(ask({ by: [['exitStatus']] })).toMatchObject({ kind: 'unknown', field: 'by' });
});

test('an evaluator crosses gender with one other, or the pairs the programme names', () => {
  expect(ask({ by: [['site', 'gender']] })).toBeUndefined();
  expect(ask({ by: [['site', 'ageBand']] })).toMatchObject({ kind: 'not-allowed', field: 'by' });
  expect(ask({ by: [['ageBand', 'site']] }, [['site', 'ageBand']])).toBeUndefined();
  expect(ask({ by: [['gender', 'site']] }, [['site', 'ageBand']])).toMatchObject({ kind: 'not-allowed' });
  expect(ask({ by: [['gender', 'site']] }, [])).toMatchObject({ kind: 'not-allowed' });
});

test('an evaluator filters by 90, 180 or 365 days in one-way lists only, and by nothing else', () => {
  expect(ask({ by: [['gender'], ['site']], minDays: 180 })).toBeUndefined();
  expect(ask({ minDays: 91 })).toMatchObject({ kind: 'not-allowed', field: 'minDays' });
  expect(ask({ by: [['gender', 'site']], minDays: 90 })).toMatchObject({ kind: 'not-allowed', field: 'minDays' });
  expect(ask({ where: "{site} = 'norra'" })).toMatchObject({ kind: 'not-allowed', field: 'where' });
  expect(ask({ cohort: '2024Q1' })).toMatchObject({ kind: 'not-allowed', field: 'cohort' });
});

test('who may see individuals may filter and cross freely, but by names that exist', () => {
  const request = { by: [['site', 'ageBand']], where: '{age} > 20', cohort: '2024Q1', minDays: 7 };
  for (const viewer of [{ kind: 'operator' }, { kind: 'coordinator', sites: ['norra'] }] as const) {
    expect(checkRequest(buildProgramme(), viewer, request)).toBeUndefined();
    expect(checkRequest(buildProgramme(), viewer, { by: [['constructor']] })).toMatchObject({ kind: 'unknown' });
  }
});
