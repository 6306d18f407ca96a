import { closeSync, existsSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MongoClient } from 'mongodb';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openEmbedded } from '../../../server/embedded/engine.ts';
import { fill, runDamage } from '../../soak/damage.ts';

let dir: string;
let file: string;
beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'faults-'));
  file = join(dir, 'database.mdb');
  await fill(dir, 500, 7);
}, 60_000);
afterAll(() => rmSync(dir, { recursive: true, force: true }));

test('a data file with a bit turned over or its end cut off reads as what was stored, or is refused by the one line', {
  timeout: 300_000,
}, async () => {
  const outcome = await runDamage({ flips: 150, cuts: 20, documents: 1000, seed: 20_261_122 });
  expect(outcome.failures).toEqual([]);
  expect(outcome.flips.same + outcome.flips.refused).toBe(150);
  expect(outcome.cuts.same + outcome.cuts.refused).toBe(20);
  expect(outcome.flips.same).toBeGreaterThan(10);
  expect(outcome.flips.refused).toBeGreaterThan(10);
  expect(outcome.cuts.refused).toBeGreaterThan(10);
});

test('a damaged data file stops the start with one line that names file and remedy, and leaves the folder free', async () => {
  const whole = readFileSync(file);
  const damaged = Buffer.from(whole);
  for (let at = damaged.indexOf('u100'); at >= 0; at = damaged.indexOf('u100', at + 1)) damaged.write('v', at);
  writeFileSync(file, damaged);
  await expect(openEmbedded({ dir })).rejects.toThrow(
    new RegExp(`^The data file ${file} is damaged \\([^\\n]+\\): [^\\n]+restore[^\\n]+: npm run restore -- FILE$`),
  );
  expect(existsSync(join(dir, 'database.lock'))).toBe(false);
  writeFileSync(file, whole);
  await (await openEmbedded({ dir })).close();
});

test('damage that comes about while the database is open fails the statement that meets it, and only that', async () => {
  const engine = await openEmbedded({ dir });
  const client = await new MongoClient(engine.uri).connect();
  try {
    const kept = client.db().collection<{ _id: number; text: string }>('kept');
    await kept.insertMany([
      { _id: 1, text: `first ${'x'.repeat(5000)}` },
      { _id: 2, text: `second ${'y'.repeat(5000)}` },
    ]);
    const bytes = readFileSync(file);
    const descriptor = openSync(file, 'r+');
    for (let at = bytes.indexOf('second y'); at >= 0; at = bytes.indexOf('second y', at + 1))
      writeSync(descriptor, 'z', at);
    closeSync(descriptor);
    await expect(kept.findOne({ _id: 2 })).rejects.toMatchObject({
      code: 301,
      message: expect.stringContaining(`${file} is damaged`),
    });
    expect((await kept.findOne({ _id: 1 }))?.text).toContain('first');
    await expect(kept.updateOne({ _id: 2 }, { $set: { text: '' } })).rejects.toMatchObject({ code: 301 });
    await kept.insertOne({ _id: 3, text: '' });
  } finally {
    await client.close();
    await engine.close();
    rmSync(file);
  }
});

test.each([
  ['empty', ''],
  ['shorter than a page', 'x'],
  ['another program’s', 'PK\u0003\u0004'.repeat(5000)],
])('a data file that is %s is refused by one line', async (_, content) => {
  writeFileSync(file, content);
  await expect(openEmbedded({ dir })).rejects.toThrow(
    /^The data file [^\n]*database\.mdb is damaged [^\n]*restore[^\n]*$/,
  );
  expect(readFileSync(file, 'utf8')).toBe(content);
  rmSync(file);
});
