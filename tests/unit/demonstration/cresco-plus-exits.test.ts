// Cresco+: enrolments, exits, activity, interventions and follow-ups against the printed figures.
import { expect, test } from 'vitest';
import { band, group, percent, type Row, readRows, share, tally } from './rows.ts';

const slug = 'cresco-plus';
const enrolments = readRows(slug, 'enrolments.csv');
const of = (column: string, value: string) => enrolments.filter((row) => row[column] === value);
const women = of('gender', 'woman');
const men = of('gender', 'man');
const ageBand = (row: Row) => band([16, 19, 25, 30, 45], Number(row.start!.slice(0, 4)) - Number(row.birthYear));
const aged = (bound: number) => enrolments.filter((row) => ageBand(row) === bound);
const status =
  (...values: string[]) =>
  (row: Row) =>
    values.includes(row.exitStatus!);
const work = status('employed', 'ownBusiness', 'subsidised', 'studying', 'jobseeker');
const training = status('workTraining');

test('741 enrolments of as many people at 14 sites: 59 per cent women, 40 men, 1 other; 8 born abroad', () => {
  expect(enrolments).toHaveLength(741);
  expect(new Set(enrolments.map((row) => row.person)).size).toBe(741);
  expect(new Set(enrolments.map((row) => row.site)).size).toBe(14);
  expect([women, men, of('gender', 'other')].map((rows) => percent(rows.length, 741))).toEqual([59, 40, 1]);
  expect(percent(of('bornAbroad', 'yes').length, 741)).toBe(8);
});

test('nine sites went on enrolling in the first quarter of 2025, Gullspång until January and Tibro until February', () => {
  const late = enrolments.filter((row) => row.start! >= '2025-01-01');
  expect(new Set(late.map((row) => row.site)).size).toBe(9);
  const last = (site: string) =>
    of('site', site)
      .map((row) => row.start!.slice(0, 7))
      .sort()
      .at(-1);
  expect([last('gullspang'), last('tibro')]).toEqual(['2025-01', '2025-02']);
});

test('16 per cent in work, looking for work or studying: 9, 1 and 6; men 19, women 14', () => {
  expect(share(enrolments, work)).toBe(16);
  const parts = [status('employed', 'ownBusiness', 'subsidised'), status('jobseeker'), status('studying')];
  expect(parts.map((part) => share(enrolments, part))).toEqual([9, 1, 6]);
  expect([share(men, work), share(women, work)]).toEqual([19, 14]);
});

test('work by age: 67 per cent at 16-18, 22 at 25-29 as the highest of the others, 9 at 45-65 as the lowest', () => {
  expect(share(aged(16), work)).toBe(67);
  const [young, twenties, middle, old] = [19, 25, 30, 45].map((bound) => share(aged(bound), work));
  expect([twenties, old]).toEqual([22, 9]);
  for (const other of [young!, middle!]) expect(other > old! && other < twenties!).toBe(true);
});

test('work by site: Gullspång 44 per cent and Tibro 7, the others between', () => {
  const shares = Object.fromEntries(
    [...group(enrolments, (row) => row.site!)].map(([site, rows]) => [site, share(rows, work)]),
  );
  expect([shares.gullspang, shares.tibro]).toEqual([44, 7]);
  expect([Math.max(...Object.values(shares)), Math.min(...Object.values(shares))]).toEqual([44, 7]);
});

test('21 per cent to work training, hardly different by gender; 16 at 25-29 as the lowest, 23 at 30-44 as the highest', () => {
  expect(share(enrolments, training)).toBe(21);
  expect(Math.abs(share(men, training) - share(women, training))).toBeLessThanOrEqual(1);
  const shares = [19, 25, 30, 45].map((bound) => share(aged(bound), training));
  expect([shares[1], shares[2]]).toEqual([16, 23]);
  expect([Math.min(...shares), Math.max(...shares)]).toEqual([16, 23]);
});

test('work training by site: Tidaholm 31 per cent and Essunga none, the others between', () => {
  const shares = Object.fromEntries(
    [...group(enrolments, (row) => row.site!)].map(([site, rows]) => [site, share(rows, training)]),
  );
  expect([shares.tidaholm, shares.essunga]).toEqual([31, 0]);
  expect(Math.max(...Object.values(shares))).toBe(31);
  expect(of('site', 'essunga').some(training)).toBe(false);
});

test('at half time 31 per cent were in work, looking for work or studying, and 32 in work training', () => {
  const early = enrolments.filter((row) => row.end! <= '2024-03-31');
  expect([share(early, work), share(early, training)]).toEqual([31, 32]);
});

test('late enrolments drag the result down: without those from September 2024 it is better', () => {
  const late = enrolments.filter((row) => row.start! >= '2024-09-01');
  expect(late.length).toBeGreaterThan(150);
  expect(share(late, work)).toBeLessThan(10);
  expect(
    share(
      enrolments.filter((row) => row.start! < '2024-09-01'),
      work,
    ),
  ).toBeGreaterThan(18);
});

test('53 per cent moved up a band of activity (men 54, women 53), 36 stayed in the same', () => {
  const perEnrolment = group(readRows(slug, 'activity.csv'), (row) => row.enrolment!);
  const moves = new Map(
    [...perEnrolment].map(([enrolment, rows]) => {
      const bands = [...rows]
        .sort((a, b) => (a.date! < b.date! ? -1 : 1))
        .map((row) => band([0, 1, 6, 10, 20, 30], Number(row.hoursPerWeek)));
      return [enrolment, bands.at(-1)! - bands[0]!];
    }),
  );
  expect(moves.size).toBe(741);
  const up = (row: Row) => moves.get(row.enrolment!)! > 0;
  expect([share(enrolments, up), share(men, up), share(women, up)]).toEqual([53, 54, 53]);
  expect(share(enrolments, (row) => moves.get(row.enrolment!) === 0)).toBe(36);
});

test('hours are exact: some rose within a band', () => {
  const perEnrolment = [...group(readRows(slug, 'activity.csv'), (row) => row.enrolment!).values()];
  const within = perEnrolment.filter((rows) => {
    const [first, last] = [Number(rows[0]!.hoursPerWeek), Number(rows.at(-1)!.hoursPerWeek)];
    return last > first && band([0, 1, 6, 10, 20, 30], last) === band([0, 1, 6, 10, 20, 30], first);
  });
  expect(within.length).toBeGreaterThan(50);
});

const types = group(readRows(slug, 'interventions.csv'), (row) => row.type!);
const took = (...names: string[]) => {
  const rows = names.flatMap((name) => types.get(name) ?? []);
  const enrolled = new Set(rows.map((row) => row.enrolment));
  return (row: Row) => enrolled.has(row.enrolment);
};

test('86 per cent had a job-focused intervention, men 88, women 85; 11 of 14 sites reach 80; Vara 74 as the lowest', () => {
  const jobFocused = took('labourMarketKnowledge', 'jobSearch', 'mentorship', 'practice', 'subsidisedEmployment');
  expect([enrolments, men, women].map((rows) => share(rows, jobFocused))).toEqual([86, 88, 85]);
  const sites = [...group(enrolments, (row) => row.site!).values()];
  expect(sites.filter((rows) => rows.filter(jobFocused).length / rows.length >= 0.8)).toHaveLength(11);
  expect(share(of('site', 'vara'), jobFocused)).toBe(74);
  expect(Math.min(...sites.map((rows) => share(rows, jobFocused)))).toBe(74);
});

test('interventions: everyday life 77, labour market 68, social skills 66, vocational skills 30, social mentor 35', () => {
  const names = ['everydayLife', 'labourMarketKnowledge', 'socialSkills', 'vocationalSkills', 'socialMentor'];
  expect(names.map((name) => share(enrolments, took(name)))).toEqual([77, 68, 66, 30, 35]);
});

test('women had 11 points more assessment and pain management, men 9 points more job search', () => {
  const gap = (name: string) => share(women, took(name)) - share(men, took(name));
  expect(['assessmentTreatment', 'painManagement', 'jobSearch'].map(gap)).toEqual([11, 11, -9]);
});

test('after six months 90 per cent had kept or gained: women 93, men 87; 65 and 96 per cent were reached', () => {
  const gender = new Map(enrolments.map((row) => [row.enrolment, row.gender]));
  const due = readRows(slug, 'followups.csv').map((row): Row => ({ ...row, gender: gender.get(row.enrolment)! }));
  const answered = due.filter((row) => ['forward', 'kept', 'back'].includes(row.outcome!));
  const kept = (row: Row) => row.outcome !== 'back';
  const only = (rows: Row[], value: string) => rows.filter((row) => row.gender === value);
  expect([share(answered, kept), share(only(answered, 'woman'), kept), share(only(answered, 'man'), kept)]).toEqual([
    90, 93, 87,
  ]);
  const rate = (value: string) => percent(only(answered, value).length, only(due, value).length);
  expect([rate('woman'), rate('man')]).toEqual([65, 96]);
  for (const rows of [due, answered]) expect(Object.keys(tally(rows, 'gender')).sort()).toEqual(['man', 'woman']);
});

test('everyone who left between December 2023 and September 2024 was due, and was called between September and March', () => {
  const due = readRows(slug, 'followups.csv');
  const left = enrolments.filter((row) => row.end! >= '2023-12-01' && row.end! <= '2024-09-30');
  expect(due.map((row) => row.enrolment).sort()).toEqual(left.map((row) => row.enrolment).sort());
  expect(due.every((row) => row.date! >= '2024-09-01' && row.date! <= '2025-03-31')).toBe(true);
});
