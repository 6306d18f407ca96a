// Cresco+: exit, treatment and collaboration survey against the printed figures.
import { describe, expect, test } from 'vitest';
import { add, band, group, mean, percent, type Row, readRows, share, tally } from './rows.ts';

const slug = 'cresco-plus';
const enrolments = new Map(readRows(slug, 'enrolments.csv').map((row) => [row.enrolment, row]));

describe('exit survey', () => {
  const rows = readRows(slug, 'responses/exit.csv').map((row): Row => {
    const { gender, birthYear, start, bornAbroad } = enrolments.get(row.enrolment)!;
    const ageBand = String(band([16, 19, 25, 30, 45], Number(start!.slice(0, 4)) - Number(birthYear)));
    return { ...row, gender: gender!, ageBand, bornAbroad: bornAbroad! };
  });
  const where = (wanted: Row) =>
    rows.filter((row) => Object.entries(wanted).every(([column, value]) => row[column] === value));
  const ages = ['19', '25', '30', '45'].map((ageBand) => where({ ageBand }));
  const better = (row: Row) => row.feelsBetter === 'yes';
  const believed = (row: Row) => row.coordinatorBelieved === 'yes';

  test('311 answered both questions, nobody of 16-18', () => {
    expect(rows).toHaveLength(311);
    expect(rows.every((row) => row.feelsBetter !== '' && row.coordinatorBelieved !== '')).toBe(true);
    expect(add(ages.map((group) => group.length))).toBe(311);
  });

  test('60 per cent feel better, men 61 and women 60; 74, 72, 63 and 46 by age', () => {
    expect([rows, where({ gender: 'man' }), where({ gender: 'woman' })].map((group) => share(group, better))).toEqual([
      60, 61, 60,
    ]);
    expect(ages.map((group) => share(group, better))).toEqual([74, 72, 63, 46]);
  });

  test('of those born abroad 53 per cent of the women and 70 of the men feel better', () => {
    expect(share(where({ gender: 'woman', bornAbroad: 'yes' }), better)).toBe(53);
    expect(share(where({ gender: 'man', bornAbroad: 'yes' }), better)).toBe(70);
  });

  test('84 per cent were believed in, women 85 and men 83; 91 at 19-24 and 76 at 45-65; 85 born in Sweden, 76 abroad', () => {
    expect([rows, where({ gender: 'woman' }), where({ gender: 'man' })].map((group) => share(group, believed))).toEqual(
      [84, 85, 83],
    );
    expect([share(ages[0]!, believed), share(ages[3]!, believed)]).toEqual([91, 76]);
    expect([share(where({ bornAbroad: 'no' }), believed), share(where({ bornAbroad: 'yes' }), believed)]).toEqual([
      85, 76,
    ]);
  });
});

describe('treatment survey', () => {
  const rows = readRows(slug, 'responses/treatment.csv');
  const only = (gender: string) => rows.filter((row) => row.gender === gender);
  const well = (row: Row) => row.treatedByCoordinator === 'well';

  test('leads back to nobody: no enrolment, no birth year, random keys in random order, days only', () => {
    expect(rows).toHaveLength(311);
    for (const column of ['enrolment', 'birthYear', 'person']) expect(rows[0]).not.toHaveProperty(column);
    expect(rows.every((row) => /^\d{4}-\d\d-\d\d$/.test(row.submittedAt!))).toBe(true);
    expect(rows.map((row) => row.response)).toEqual(rows.map((row) => row.response).sort());
    const days = rows.map((row) => row.submittedAt);
    expect(days).not.toEqual([...days].sort());
  });

  test('99 per cent were treated well by the coordinator: women 100, men 97; 92 by the referrer', () => {
    expect([rows, only('woman'), only('man')].map((group) => share(group, well))).toEqual([99, 100, 97]);
    expect(share(rows, (row) => row.treatedByReferrer === 'well')).toBe(92);
  });

  test('93 per cent of those who answered name no ground; sex 3, disability 5 women, age 1 man', () => {
    const answered = rows.filter((row) => row.grounds !== '');
    expect(share(answered, (row) => row.grounds === 'none')).toBe(93);
    const named = group(
      answered.filter((row) => row.grounds !== 'none'),
      (row) => `${row.grounds} ${row.gender}`,
    );
    expect(Object.fromEntries([...named].map(([key, list]) => [key, list.length]))).toEqual({
      'sex woman': 1,
      'sex man': 1,
      'sex other': 1,
      'disability woman': 5,
      'age man': 1,
    });
  });

  test('a gender group has at least five rows, also among those who answered about grounds', () => {
    const answered = rows.filter((row) => row.grounds !== '');
    for (const list of [rows, answered])
      for (const count of Object.values(tally(list, 'gender'))) expect(count).toBeGreaterThanOrEqual(5);
  });
});

describe('collaboration survey', () => {
  const rows = readRows(slug, 'responses/collaboration.csv');
  const wave = (name: string) => rows.filter((row) => row.wave === name);
  const counts = (list: Row[], question: string) =>
    [1, 2, 3, 4, 5].map((score) => list.filter((row) => row[question] === String(score)).length);
  const meanOf = (list: Row[], question: string) => {
    const answered = list.filter((row) => row[question] !== '');
    return mean(add(answered.map((row) => Number(row[question]))), answered.length);
  };

  test('45 and 41 answered, in the published roles', () => {
    expect(tally(wave('w1'), 'role')).toEqual({ region: 16, municipalManager: 9, coordinator: 20 });
    expect(tally(wave('w2'), 'role')).toEqual({ region: 9, municipalManager: 12, coordinator: 20 });
  });

  test('income support and care: 2.92 of 38, then 3.0 of 39', () => {
    expect(counts(wave('w1'), 'incomeSupportAndCare')).toEqual([3, 10, 15, 7, 3]);
    expect(counts(wave('w2'), 'incomeSupportAndCare')).toEqual([3, 10, 13, 10, 3]);
    expect(['w1', 'w2'].map((name) => meanOf(wave(name), 'incomeSupportAndCare'))).toEqual([2.92, 3]);
  });

  test('labour market unit and care: 3.04 of 45, then 2.95 of 41', () => {
    expect(counts(wave('w1'), 'labourMarketAndCare')).toEqual([1, 13, 16, 13, 2]);
    expect(counts(wave('w2'), 'labourMarketAndCare')).toEqual([1, 13, 16, 9, 2]);
    expect(['w1', 'w2'].map((name) => meanOf(wave(name), 'labourMarketAndCare'))).toEqual([3.04, 2.95]);
  });

  test('the region is most content with both, municipal managers least, at both waves', () => {
    for (const list of [wave('w1'), wave('w2')])
      for (const question of ['incomeSupportAndCare', 'labourMarketAndCare']) {
        const of = (role: string) =>
          meanOf(
            list.filter((row) => row.role === role),
            question,
          );
        expect(of('region') > of('coordinator') && of('coordinator') > of('municipalManager')).toBe(true);
      }
  });

  const offered = Object.keys(rows[0]!).filter((column) => column.startsWith('interventionsOffered.'));
  const extent = (list: Row[], column: string, answer: string) => list.filter((row) => row[column] === answer).length;

  test('at wave 2 twenty coordinators answer for ten indicators: never "not at all", "low" for two', () => {
    const answered = wave('w2').filter((row) => offered.every((column) => row[column] !== ''));
    expect(answered).toHaveLength(20);
    expect(answered.every((row) => row.role === 'coordinator')).toBe(true);
    expect(offered).toHaveLength(10);
    expect(add(offered.map((column) => extent(answered, column, 'notAtAll')))).toBe(0);
    expect(offered.filter((column) => extent(answered, column, 'low') > 0)).toHaveLength(2);
  });

  test('at wave 1 five indicators have a "not at all" and every one a "low"', () => {
    expect(offered.filter((column) => extent(wave('w1'), column, 'notAtAll') > 0)).toHaveLength(5);
    expect(offered.every((column) => extent(wave('w1'), column, 'low') > 0)).toBe(true);
  });

  test.each([
    ['jobSearch', 35, 45, 10],
    ['labourMarketKnowledge', 50, 25, 5],
    ['concentration', 55, 35, 0],
    ['beliefInJob', 60, 20, 0],
    ['purposefulness', 60, 35, 0],
    ['contact', 60, 30, 0],
    ['cooperation', 50, 15, 0],
    ['network', 45, 50, 0],
    ['everydayLife', 70, 10, 0],
    ['healthCoping', 65, 20, 0],
  ])('wave 2, %s: %i per cent high, %i sometimes, %i low', (indicator, high, sometimes, low) => {
    const column = `interventionsOffered.${indicator}`;
    const shares = ['high', 'sometimes', 'low'].map((answer) => percent(extent(wave('w2'), column, answer), 20));
    expect(shares).toEqual([high, sometimes, low]);
  });
});
