// A survey's responses as CSV against draining the same cursor, in a process of its own as a server is, the database in another.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { connectDatabase } from '../../../server/store/database.ts';
import { nativeDb } from '../../../server/store/native.ts';
import { temporaryFolder } from '../folder.ts';
import { type Figure, median, ratio, type Scale } from '../measure.ts';
import { thirtyAnswersOf } from './survey.ts';

/** What the other process prints: rows a second, round by round, and megabytes. */
export interface Measured {
  drained: number[];
  written: number[];
  growthMB: number;
  bytesPerRow: number;
}

export async function* exporting({ some, rounds }: Scale): AsyncIterable<Figure> {
  const { path, remove } = temporaryFolder();
  try {
    const database = await connectDatabase({ dataDir: path }, Buffer.alloc(32, 1));
    try {
      await fill(some);
      yield* figures(await measured(path, rounds), some);
    } finally {
      await database.close();
    }
  } finally {
    remove();
  }
}

function* figures({ drained, written, growthMB, bytesPerRow }: Measured, rows: number): Iterable<Figure> {
  const amount = rows.toLocaleString('en');
  yield { what: `draining the cursor of ${amount} responses of 30 questions`, value: median(drained), unit: 'rows/s' };
  yield { what: 'the same as CSV', value: median(written), unit: 'rows/s' };
  yield { what: 'of that, a row', value: bytesPerRow, unit: 'bytes' };
  yield {
    ...{ key: 'drainRatio', what: 'CSV ÷ draining', value: ratio(written, drained), unit: '' },
    goal: { atLeast: 0.5 },
  };
  yield {
    ...{ key: 'growthMB', what: 'growth of memory while the CSV is written', value: growthMB, unit: 'MB' },
    goal: { atMost: 100 },
  };
}

const chunk = 1000;

async function fill(count: number): Promise<void> {
  const responses = nativeDb().collection<{ _id: string }>('responses');
  for (let from = 0; from < count; from += chunk)
    await responses.insertMany(Array.from({ length: Math.min(chunk, count - from) }, (_, at) => document(from + at)));
}

function document(number: number) {
  const response = createHash('sha256').update(`response ${number}`).digest('base64url');
  return {
    ...{ _id: JSON.stringify(['bench', 'thirty', response]), programme: 'bench', change: { lane: 0, seq: number } },
    ...{ response, survey: 'thirty', version: 1, enrolment: `e${number}`, submittedAt: '2026-05-04T10:11:12.123Z' },
    ...{ site: 'ostad', gender: number % 2 ? 'woman' : 'man', birthYear: 1960 + (number % 45), bornAbroad: 'no' },
    ...{ language: 'sv', mode: 'web', answers: thirtyAnswersOf(number) },
  };
}

async function measured(folder: string, rounds: number): Promise<Measured> {
  const script = `${import.meta.dirname}/exporter.ts`;
  const child = spawn(process.execPath, ['--expose-gc', '--import', 'tsx', script, folder, String(rounds)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let printed = '';
  child.stdout.on('data', (part: Buffer) => {
    printed += part.toString();
  });
  const code = await new Promise((resolve) => child.once('close', resolve));
  if (code !== 0) throw new Error('the exporting process did not end well');
  return JSON.parse(printed) as Measured;
}
