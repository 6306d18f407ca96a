// Run as a process of its own by damage.ts: damages a copy, opens it as the engine does, reads all of it and looks every key up.
import { copyFileSync, mkdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { CommandError } from '../../server/embedded/errors.ts';
import { Base, openEnvironment, type Pair } from '../../server/embedded/storage/lmdb.ts';
import type { Damage } from './damage.ts';

const [dir = ''] = process.argv.slice(2);
const original = join(dir, 'database.mdb');
const FIRST = Buffer.alloc(4);
const LAST = Buffer.from([0xff, 0xff, 0xff, 0xff]);

async function readAll(
  file: string,
  keys: Buffer[] | undefined,
): Promise<{ pairs: Pair[]; found: (Buffer | undefined)[] }> {
  const environment = await openEnvironment(file);
  try {
    const base = new Base(environment);
    const pairs = [...base.range(FIRST, LAST)];
    return { pairs, found: (keys ?? pairs.map(({ key }) => key)).map((key) => base.get(key)) };
  } finally {
    await environment.database.close();
  }
}

// What is whole must read as whole: nothing is caught here.
const reference = await readAll(original, undefined);
process.stdout.write('ready\n');
const keys = reference.pairs.map(({ key }) => key);
const isSame = (one: Buffer | undefined, other: Buffer | undefined) =>
  one && other ? one.equals(other) : one === other;

function put(file: string, damage: Damage): void {
  copyFileSync(original, file);
  if ('cut' in damage) truncateSync(file, damage.cut);
  else {
    const bytes = readFileSync(file);
    const at = damage.flip >> 3;
    bytes[at] = (bytes[at] ?? 0) ^ (1 << (damage.flip & 7));
    writeFileSync(file, bytes);
  }
}

async function attempt(damage: Damage, number: number): Promise<{ result: string; line: string }> {
  const folder = join(dir, `try-${number}`);
  mkdirSync(folder);
  const file = join(folder, 'database.mdb');
  put(file, damage);
  try {
    const { pairs, found } = await readAll(file, keys);
    const same =
      pairs.length === keys.length &&
      pairs.every(({ key, value }, i) => isSame(key, keys[i]) && isSame(value, reference.pairs[i]?.value)) &&
      found.every((value, i) => isSame(value, reference.found[i]));
    return { result: same ? 'same' : 'wrong', line: '' };
  } catch (error) {
    const line = (error as Error).message;
    const clear =
      error instanceof CommandError &&
      error.code === 301 &&
      line.includes(file) &&
      line.includes('restore') &&
      !line.includes('\n');
    return { result: clear ? 'refused' : 'wrong', line };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const damages = JSON.parse(await text(process.stdin)) as Damage[];
for (const [number, damage] of damages.entries())
  process.stdout.write(`${JSON.stringify(await attempt(damage, number))}\n`);
