// Whoever asks for conditions that hold for one small group more or less, around groups that the results tell to the digit.
import { readFileSync } from 'node:fs';
import { beforeAll, expect, test } from 'vitest';
import { buildTable } from '../../../server/domain/answers/table.ts';
import { roundedCount } from '../../../server/domain/funderReport/rounding.ts';
import { previewGoal } from '../../../server/domain/preview/preview.ts';
import { programmeDefinition } from '../../../server/domain/programme/schema.ts';
import { keyedDraw, setSecretKey } from '../../../server/store/sealing.ts';
import { readCsv } from '../../../server/transfer/csv.ts';
import { seededRandom } from '../../soak/random.ts';
import { buildRows } from '../indicators/builders.ts';

const folder = 'surveys/programmes/cresco-plus';
const programme = programmeDefinition.parse(JSON.parse(readFileSync(`${folder}/programme.json`, 'utf8')));
const { columns, records } = readCsv(readFileSync(`${folder}/enrolments.csv`));
const enrolments = records.map(({ cells }) => {
  const cell = (name: string) => cells[columns.indexOf(name)] ?? '';
  const [enrolment, person, site] = [cell('enrolment'), cell('person'), cell('site')];
  return { enrolment, person, site, start: cell('start'), exitStatus: cell('exitStatus'), fields: {} };
});
const source = { programme, surveys: [], table: buildTable(programme, [], buildRows({ enrolments }), '2026-01-01') };
const { below } = programme.suppression;
const sites = programme.sites.map(({ slug }) => slug);
const statuses = [...new Set(enrolments.map(({ exitStatus }) => exitStatus))].filter((each) => each !== '');

beforeAll(() => setSecretKey(Buffer.alloc(32, 7)));
const secret = {
  seed: 123_456_789,
  draw: (words: string, choices: number) => keyedDraw(`preview ${words}`, choices),
};
const ask = (where: string) =>
  previewGoal(source, { indicator: { population: 'enrolments', measure: 'count', where } }, secret).value!;

interface Group {
  site: string;
  status: string;
  size: number;
}
const sizeOf = (site: string, status: string) =>
  enrolments.filter((each) => each.site === site && each.exitStatus === status).length;
const small: Group[] = sites
  .flatMap((site) => statuses.map((status) => ({ site, status, size: sizeOf(site, status) })))
  .filter(({ size }, at) => size > 0 && size < below && at % 2 === 0);

const known = (others: readonly string[]) => enrolments.filter(({ site }) => others.includes(site));
const list = (others: readonly string[]) => `{site} anyof [${others.map((each) => `'${each}'`).join(', ')}]`;

/** The same by random rounding alone, which is drawn for the set of rows too. */
function roundedAlone(rows: readonly { enrolment: string }[]): number {
  const words = rows
    .map(({ enrolment }) => enrolment)
    .toSorted()
    .join();
  return roundedCount(rows.length, below, keyedDraw(words, below));
}

/** What one group adds to unions of other sites, whose sizes everybody knows. */
function differences({ site, status }: Group, random: () => number) {
  const rest = sites.filter((each) => each !== site);
  return Array.from({ length: 60 }, () => {
    const others = rest.filter(() => random() < 0.5);
    const rows = known(others);
    const group = enrolments.filter((each) => each.site === site && each.exitStatus === status);
    const withGroup = `${list(others)} or ({site} = '${site}' and {exitStatus} = '${status}')`;
    return {
      size: rows.length,
      rounded: [roundedAlone(rows), roundedAlone([...rows, ...group])] as const,
      told: [ask(list(others)), ask(withGroup)] as const,
    };
  });
}

/** All that fit: what was told is less than the limit away from the truth. */
function concluded(bounds: { size: number; told: number }[]): number | undefined {
  const low = Math.max(0, ...bounds.map(({ size, told }) => told - below + 1 - size));
  const high = Math.min(...bounds.map(({ size, told }) => told + below - 1 - size));
  return low === high ? low : undefined;
}
const meanStep = (pairs: (readonly [number, number])[]) =>
  Math.round(pairs.reduce((sum, [before, after]) => sum + after - before, 0) / pairs.length);

test('a subtraction attack over nested conditions finds small numbers behind rounding alone, and not behind the preview', () => {
  const random = seededRandom(20261128);
  const right = { roundedMean: 0, roundedPinned: 0, toldMean: 0, toldPinned: 0 };
  for (const group of small) {
    const all = differences(group, random);
    if (meanStep(all.map(({ rounded }) => rounded)) === group.size) right.roundedMean++;
    if (meanStep(all.map(({ told }) => told)) === group.size) right.toldMean++;
    const pinned = (which: 'rounded' | 'told') =>
      concluded(all.map((each) => ({ size: each.size, told: each[which][1] })));
    if (pinned('rounded') === group.size) right.roundedPinned++;
    if (pinned('told') === group.size) right.toldPinned++;
  }
  const commonest = Math.max(...[1, 2, 3, 4].map((size) => small.filter((each) => each.size === size).length));
  console.log(`preview attacked: ${small.length} small numbers, guessed ${commonest}, right ${JSON.stringify(right)}`);
  expect(small.length).toBeGreaterThan(20);
  // The attack is a real one: without the coins it finds most.
  expect(right.roundedMean).toBeGreaterThan(small.length * 0.6);
  expect(right.roundedPinned).toBeGreaterThan(0);
  // With them it does no better than who guesses the commonest number, within chance (three standard deviations).
  const chance = 3 * Math.sqrt(small.length / 4);
  expect(right.toldMean).toBeLessThan(commonest + chance);
  expect(right.toldPinned).toBe(0);
}, 60_000);

test('two conditions over the same rows are told the same number, whatever their words', () => {
  const [site = ''] = sites;
  const one = ask(`{site} = '${site}'`);
  const others = sites.slice(1).map((each) => `{site} <> '${each}'`);
  for (const where of [`!({site} <> '${site}')`, others.join(' and '), `{site} anyof ['${site}', 'nowhere']`])
    expect(ask(where)).toBe(one);
});
