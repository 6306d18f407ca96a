// A small table with everything that a format may stumble over, and PSPP where it can be had.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  type Cell,
  codeVariable,
  dayVariable,
  keyVariable,
  notAsked,
  numberVariable,
  type Table,
  textVariable,
} from '../../../../server/transfer/dataset/variable.ts';

const gender = [
  { code: 'woman', title: { sv: 'Kvinna', en: 'Woman' } },
  { code: 'man', title: { sv: 'Man', en: 'Man' } },
];
const health = [1, 2, 3, 4, 5].map((code) => ({
  code: String(code),
  title: { sv: code === 1 ? 'Mycket dålig' : String(code) },
}));
export const longText = 'Stöd från nätverket å ä ö, och så vidare. '.repeat(20).trim();

export const variables = [
  keyVariable('enrolment', { sv: 'Inskrivning' }),
  codeVariable('gender', { sv: 'Kön', en: 'Gender' }, gender),
  codeVariable('person.health', { sv: "Hur mår du, 'egentligen'?" }, health, { level: 'ordinal', versions: [1, 2] }),
  numberVariable('activityHours', { sv: 'Timmar' }),
  dayVariable('start', { sv: 'Inskriven' }),
  textVariable('what-Comment', { sv: 'Kommentar' }),
  textVariable('not', { sv: 'SPSS eget ord' }),
];
export const rows: Cell[][] = [
  ['k1', 'woman', 1, 7.5, '2024-02-29', longText, 'a'],
  ['k2', 'man', 5, 400, '2023-12-31', '=1+1', 'NOT'],
  ['k3', 'woman', undefined, undefined, undefined, undefined, 'rad ett\nrad "två", slut'],
  ['k4', undefined, notAsked, notAsked, '1999-01-01', notAsked, '-5'],
  ['k5', 'woman', 3, -2, '2024-03-01', '@SUM(A1)', 'x'],
];

export const wellness: Table = {
  ...{ name: 'wellness', label: { sv: 'Mående', en: 'Wellness' }, variables },
  async *rows() {
    yield rows.slice(0, 2);
    yield rows.slice(2);
  },
};

export async function bytesOf(content: AsyncIterable<string | Uint8Array>): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of content) parts.push(Buffer.from(part));
  return Buffer.concat(parts);
}

export const hasPspp = spawnSync('pspp', ['--version']).status === 0;
if (!hasPspp) console.log('PSPP is not here (apt-get install pspp): what it makes of our files is not tested');

/** What PSPP prints for syntax run in a folder, as CSV. @throws when it complains */
export function runPspp(folder: string, syntax: string): string {
  const arguments_ = ['-o', 'said.csv', '-O', 'format=csv', '-'];
  const { stdout, stderr, status } = spawnSync('pspp', arguments_, { cwd: folder, input: syntax, encoding: 'utf8' });
  if (status !== 0 || /error|warning/i.test(stdout + stderr)) throw new Error(`${stdout}\n${stderr}`);
  return readFileSync(join(folder, 'said.csv'), 'utf8');
}
