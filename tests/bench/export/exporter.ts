// Joins the database in the folder named and prints what draining and exporting took, as JSON.
import { programmeDefinition } from '../../../server/domain/programme/schema.ts';
import { joinDatabaseAsItIs } from '../../../server/store/database.ts';
import { streamResponses } from '../../../server/store/responses.ts';
import { csvText } from '../../../server/transfer/dataset/csvText.ts';
import { newSource } from '../../../server/transfer/dataset/source.ts';
import { findTable } from '../../../server/transfer/dataset/tables.ts';
import type { Table } from '../../../server/transfer/dataset/variable.ts';
import { inTurns, seconds } from '../measure.ts';
import type { Measured } from './export.ts';
import { thirtyQuestions } from './survey.ts';

const [folder = '', rounds = '1'] = process.argv.slice(2);
const programme = programmeDefinition.parse({
  ...{ slug: 'bench', title: { sv: 'Mätning' }, start: '2024-01-01' },
  sites: [{ slug: 'ostad', title: 'Östad' }],
});
const megabytes = () => process.memoryUsage.rss() / 1024 ** 2;

async function drain(): Promise<number> {
  let count = 0;
  for await (const batch of streamResponses('bench', 'thirty', {})) count += batch.length;
  return count;
}

/** As the command exports: everything read, nothing kept. */
async function write(table: Table, eachPiece: (bytes: number) => void): Promise<number> {
  let lines = -1;
  for await (const piece of csvText(table)) {
    const bytes = Buffer.from(piece);
    eachPiece(bytes.length);
    for (let at = bytes.indexOf(10); at !== -1; at = bytes.indexOf(10, at + 1)) lines++;
  }
  return lines;
}

const database = await joinDatabaseAsItIs({ dataDir: folder });
const table = await findTable(
  newSource({ programme, surveys: [thirtyQuestions], breaks: new Map(), sites: 'all' }),
  'thirty',
);
if (!table) throw new Error('there is no such table');
global.gc?.();
const before = megabytes();
let [peak, size] = [before, 0];
const rows = await write(table, (bytes) => {
  peak = Math.max(peak, megabytes());
  size += bytes;
});
const rate = async (work: () => Promise<number>) => {
  let count = 0;
  const taken = await seconds(async () => {
    count = await work();
  });
  if (count !== rows) throw new Error(`${count} rows instead of ${rows}`);
  return rows / taken;
};
const { drained, written } = await inTurns(Number(rounds), {
  drained: () => rate(drain),
  written: () => rate(() => write(table, () => {})),
});
const result: Measured = { drained, written, growthMB: peak - before, bytesPerRow: size / rows };
process.stdout.write(JSON.stringify(result));
await database.close();
