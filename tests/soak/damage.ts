// Bits turned over and ends cut off, at random, in copies of a data file. Each copy must read as exactly what was stored, or be
// refused by the one line for damage; the reading is done in processes of their own, because a bad file could end them.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { MongoClient } from 'mongodb';
import { openEmbedded } from '../../server/embedded/engine.ts';
import { seededRandom } from './random.ts';

export interface DamageOptions {
  flips: number;
  cuts: number;
  documents: number;
  seed: number;
}
export type Damage = { flip: number } | { cut: number };
/** `wrong`: read as something else than was stored. `crashed`: the process that read it ended or hung. */
export type Outcome = 'same' | 'refused' | 'wrong' | 'crashed';
export interface DamageOutcome {
  flips: Record<Outcome, number>;
  cuts: Record<Outcome, number>;
  /** One of the lines that refused, and everything that went wrong, with the damage that did it. */
  shown: string;
  failures: string[];
}

const PATIENCE_MS = 20_000;
const none = (): Record<Outcome, number> => ({ same: 0, refused: 0, wrong: 0, crashed: 0 });

/** Documents of many sizes, four indexes, and a past: some changed, some removed, so that there are free pages too. */
export async function fill(dir: string, documents: number, seed: number): Promise<void> {
  const random = seededRandom(seed);
  const engine = await openEmbedded({ dir });
  const client = await new MongoClient(engine.uri).connect();
  const rows = client.db().collection<{ _id: number }>('rows');
  await rows.createIndexes([
    { key: { a: 1 } },
    { key: { b: -1, a: 1 } },
    { key: { tags: 1 } },
    { key: { u: 1 }, unique: true },
  ]);
  const text = (length: number) => String.fromCodePoint(97 + Math.floor(random() * 26)).repeat(length);
  const row = (_id: number) => ({
    _id,
    a: Math.floor(random() * 50),
    b: text(1 + random() * 20),
    tags: [text(3), text(4)],
    u: `u${_id}`,
    payload: text(random() < 0.03 ? 9000 * random() : 200 * random()),
  });
  for (let from = 0; from < documents; from += 500)
    await rows.insertMany(Array.from({ length: Math.min(500, documents - from) }, (_, i) => row(from + i)));
  await rows.deleteMany({ a: { $lt: 5 } });
  for (let i = 0; i < 20; i++) await rows.updateMany({ a: 10 + i }, { $set: { payload: text(400 * random()) } });
  await client.close();
  await engine.close();
}

export async function runDamage({ flips, cuts, documents, seed }: DamageOptions): Promise<DamageOutcome> {
  const dir = mkdtempSync(join(tmpdir(), 'damage-'));
  try {
    await fill(dir, documents, seed);
    const random = seededRandom(seed + 1);
    const { length } = readFileSync(join(dir, 'database.mdb'));
    // The first two pages tell where everything is: every tenth bit is turned over there.
    const bit = (i: number) => Math.floor(random() * 8 * (i % 10 === 0 ? 8192 : length));
    const damages: Damage[] = [
      ...Array.from({ length: flips }, (_, i) => ({ flip: bit(i) })),
      ...Array.from({ length: cuts }, (_, i) => ({ cut: i === 0 ? 0 : Math.floor(random() * length) })),
    ];
    const outcome: DamageOutcome = { flips: none(), cuts: none(), shown: '', failures: [] };
    for (let waiting = damages; waiting.length > 0; ) waiting = waiting.slice(await tryIn(dir, waiting, outcome));
    return outcome;
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}

/** Lets one process try until it is done or ends. @returns how many it tried */
async function tryIn(dir: string, damages: Damage[], outcome: DamageOutcome): Promise<number> {
  const script = join(import.meta.dirname, 'damaged.ts');
  const child = spawn(process.execPath, ['--import', 'tsx', script, dir], { stdio: ['pipe', 'pipe', 'ignore'] });
  child.stdin.on('error', () => undefined);
  child.stdin.end(JSON.stringify(damages));
  let tried = 0;
  let isReady = false;
  const count = (result: Outcome, line: string) => {
    const damage = damages[tried++];
    if (!damage) return;
    outcome['flip' in damage ? 'flips' : 'cuts'][result]++;
    if (result === 'refused') outcome.shown ||= line;
    else if (result !== 'same') outcome.failures.push(`${JSON.stringify(damage)}: ${result} ${line}`);
  };
  let clock = setTimeout(() => child.kill('SIGKILL'), PATIENCE_MS);
  const ended = once(child, 'close');
  createInterface({ input: child.stdout }).on('line', (text) => {
    if (!isReady) {
      isReady = true;
      return;
    }
    const { result, line } = JSON.parse(text) as { result: Outcome; line: string };
    count(result, line);
    clearTimeout(clock);
    clock = setTimeout(() => child.kill('SIGKILL'), PATIENCE_MS);
  });
  await ended;
  clearTimeout(clock);
  if (!isReady) throw new Error('What was stored could not be read back before any damage');
  if (tried < damages.length) count('crashed', '');
  return tried;
}
