// The demonstration gives the figures of the two published final reports, to the printed digit.
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { roundHalfUp } from '../../../server/domain/indicators/format.ts';
import type { GoalResult, GroupResult, ProgrammeResults } from '../../../server/domain/indicators/results.ts';
import { putInBuiltInSurveys } from '../../../server/store/firstStart.ts';
import { demonstrationProgrammes, putInProgramme } from '../../../server/transfer/demonstration.ts';
import { importFolder } from '../../../server/transfer/importFolder.ts';
import { openTestDatabase, type TestDatabase } from '../../support/database.ts';
import { runCommand } from './command.ts';

let database: TestDatabase;
const printed: Record<string, ProgrammeResults> = {};
beforeAll(async () => {
  database = await openTestDatabase();
  await putInBuiltInSurveys();
  for (const slug of demonstrationProgrammes) {
    await putInProgramme(slug);
    const arguments_ = [slug, '--as', 'operator', '--by', 'gender,site,ageBand', '--format', 'json'];
    const { stdout, stderr } = await runCommand('results', arguments_, database.environment);
    expect(stderr).toBe('');
    printed[slug] = JSON.parse(stdout);
  }
});
afterAll(() => database.close());

const findFigures = (
  slug: string,
  id: string,
  by: Record<string, string | number> | null,
): GoalResult | GroupResult => {
  const goal = printed[slug]?.goals.find((each) => each.id === id);
  if (!goal || goal.suppressed) throw new Error(`${slug} has no goal ${id}`);
  if (!by) return goal;
  const group = goal.groups.find((each) => JSON.stringify(each.by) === JSON.stringify(by));
  if (!group || group.suppressed) throw new Error(`${id} has no group ${JSON.stringify(by)}`);
  return group;
};
const percent = (value: number | null, places = 0) => roundHalfUp((value ?? Number.NaN) * 100, places);
const [women, men] = [{ gender: 'woman' }, { gender: 'man' }];
const site = (slug: string) => ({ site: slug });

test.each([
  ['women', null, 59],
  ['men', null, 40],
  ['other-gender', null, 1],
  ['better-health', null, 60],
  ['better-health', men, 61],
  ['better-health', women, 60],
  ['better-health', { ageBand: 45 }, 46],
  ['increased-activity', null, 53],
  ['increased-activity', men, 54],
  ['increased-activity', women, 53],
  ['same-activity-band', null, 36],
  ['work-or-studies', null, 16],
  ['exit-to-work', null, 9],
  ['exit-to-studies', null, 6],
  ['exit-to-jobseeker', null, 1],
  ['work-or-studies', men, 19],
  ['work-or-studies', women, 14],
  ['work-or-studies', site('gullspang'), 44],
  ['work-or-studies', site('tibro'), 7],
  ['work-training', null, 21],
  ['work-training', site('tidaholm'), 31],
  ['work-training', site('essunga'), 0],
  ['kept-after-six-months', null, 90],
  ['kept-after-six-months', women, 93],
  ['kept-after-six-months', men, 87],
  ['interventions-for-every-indicator', null, 0],
  ['job-focused', null, 86],
  ['job-focused', men, 88],
  ['job-focused', women, 85],
  ['job-focused', site('vara'), 74],
  ['treated-well', null, 99],
  ['treated-well-by-referrer', null, 92],
  ['no-ground', null, 93],
  ['believed-in', null, 84],
  ['believed-in', women, 85],
  ['believed-in', men, 83],
])('Cresco+: %s %j is %i %', (id, by, share) => {
  expect(percent(findFigures('cresco-plus', id, by).value)).toBe(share);
});

test.each([
  ['progression', null, 0.29],
  ['progression', women, 0.33],
  ['progression', men, 0.25],
  ['progression-know-what-to-do', null, 0.51],
  ['progression-job-idea', null, 0.32],
  ['progression-can-manage-job', null, 0.33],
  ['progression-can-manage-job', site('mariestad'), 1.12],
  ['progression-can-manage-job', site('vara'), -0.12],
  ['collaboration-income-support-care-first', null, 2.92],
  ['collaboration-income-support-care', null, 3],
  ['collaboration-labour-market-care-first', null, 3.04],
  ['collaboration-labour-market-care', null, 2.95],
])('Cresco+: %s %j is a mean of %d', (id, by, mean) => {
  expect(roundHalfUp(findFigures('cresco-plus', id, by).value ?? Number.NaN, 2)).toBe(mean);
});

test('Cresco+: the bases are those of the report', () => {
  const base = (id: string) => findFigures('cresco-plus', id, null);
  expect(base('participants')).toMatchObject({ value: 741 });
  expect(base('better-health')).toMatchObject({ denominator: 311 });
  expect(base('treated-well')).toMatchObject({ denominator: 311 });
  expect(base('work-or-studies')).toMatchObject({ denominator: 741 });
  expect(base('interventions-for-every-indicator')).toMatchObject({ numerator: 0, denominator: 20 });
  expect(base('sites-job-focused')).toMatchObject({ numerator: 11, denominator: 14 });
  expect(base('collaboration-income-support-care-first')).toMatchObject({ n: 38 });
  expect(base('collaboration-income-support-care')).toMatchObject({ n: 39 });
  expect(base('collaboration-labour-market-care-first')).toMatchObject({ n: 45 });
  expect(base('collaboration-labour-market-care')).toMatchObject({ n: 41 });
});

test('Cresco+: the follow-up was answered by 65 % of the women and 96 % of the men, and that is warned of', () => {
  const rate = (by: Record<string, string>) => {
    const { responseRate } = findFigures('cresco-plus', 'kept-after-six-months', by);
    return percent((responseRate?.answered ?? Number.NaN) / (responseRate?.due ?? Number.NaN));
  };
  expect([rate(women), rate(men)]).toEqual([65, 96]);
  expect(findFigures('cresco-plus', 'kept-after-six-months', null)).toMatchObject({
    warnings: expect.arrayContaining(['responseRateGap']),
  });
});

test.each([
  ['participants', 'met'],
  ['better-health', 'notMet'],
  ['increased-activity', 'notMet'],
  ['work-or-studies', 'notMet'],
  ['work-training', 'notMet'],
  ['kept-after-six-months', 'met'],
  ['interventions-for-every-indicator', 'met'],
  ['collaboration-income-support-care', 'met'],
  ['collaboration-labour-market-care', 'notMet'],
  ['job-focused', 'met'],
  ['sites-job-focused', 'notMet'],
  ['treated-well', 'met'],
  ['believed-in', 'notMet'],
  ['adapted-material', 'judged'],
  ['suitable-activities', 'judged'],
  ['staff-knowledge', 'judged'],
])('Cresco+: %s is %s', (id, status) => {
  expect(findFigures('cresco-plus', id, null).status).toBe(status);
});

test('Cresco+: the verdict "probably met" stands beside a computed status that it does not change', () => {
  expect(findFigures('cresco-plus', 'increased-activity', null)).toMatchObject({
    ...{ status: 'notMet', verdict: { status: 'met', motivation: expect.stringMatching(/\w/) } },
  });
});

test.each([
  ['recruited', 230, 110, 120],
  ['work-training', 116, 60, 56],
  ['employment-or-studies', 91, 41, 50],
  ['employment-service', 28, 14, 14],
  ['back-to-referrer', 22, 11, 11],
])('Vägar: %s is %i, %i women and %i men', (id, all, ofWomen, ofMen) => {
  const value = (by: Record<string, string> | null) => findFigures('vagar-till-egen-forsorjning', id, by).value;
  expect([value(null), value(women), value(men)]).toEqual([all, ofWomen, ofMen]);
});

test.each([
  ['work-training-share', null, 50.4, 1],
  ['work-training-share', women, 54.5, 1],
  ['work-training-share', men, 46.7, 1],
  ['employment-or-studies-share', null, 39.6, 1],
  ['employment-or-studies-share', women, 37.3, 1],
  ['employment-or-studies-share', men, 41.7, 1],
  ['employment-service-share', null, 12, 0],
  ['back-to-referrer-share', null, 9.6, 1],
  ['adapted-support', null, 97, 0],
  ['gender-balance', null, 48, 0],
  ['women-among-employment-or-studies', null, 45.1, 1],
])('Vägar: %s %j is %d %', (id, by, share, places) => {
  expect(percent(findFigures('vagar-till-egen-forsorjning', id, by).value, places)).toBe(share);
});

test('Vägar: 230 enrolments are 226 people, and the other exits are 16, 2 and 2', () => {
  const figures = (id: string) => findFigures('vagar-till-egen-forsorjning', id, null);
  expect(figures('people').value).toBe(226);
  const others = ['sick-leave', 'sickness-compensation', 'treatment-home'].map((id) => figures(id).numerator);
  expect(others).toEqual([16, 2, 2]);
});

test('an evaluator sees both genders of every goal, and no group of one to four', async () => {
  const arguments_ = ['cresco-plus', '--by', 'gender,site', '--format', 'json'];
  const { stdout } = await runCommand('results', arguments_, database.environment);
  const { goals } = JSON.parse(stdout) as ProgrammeResults;
  // A shareOfSites has sites, not people, as its denominator.
  const ofPeople = goals.filter((goal) => !goal.suppressed && goal.measure !== 'shareOfSites');
  const groups = ofPeople.flatMap((goal) => goal.groups);
  expect(groups.filter((group) => 'gender' in group.by && group.suppressed)).toEqual([]);
  for (const group of groups) {
    if (group.suppressed) expect(Object.keys(group)).toEqual(['by', 'suppressed']);
    else expect([1, 2, 3, 4]).not.toContain(group.denominator ?? group.n);
  }
});

test('the folders go in once more without a change', async () => {
  for (const slug of demonstrationProgrammes)
    for (const each of (await importFolder(join('surveys/programmes', slug))).files)
      expect(each).toMatchObject({ unchanged: each.read, rejected: [] });
});
