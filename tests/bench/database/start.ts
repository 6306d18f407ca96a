// Starting on a filled folder, in a process of its own, made into plain JavaScript as `npm start` makes the product: until the
// engine answers, and what memory it then holds idle.
import { spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { openEmbedded } from '../../../server/embedded/engine.ts';
import { placesOfSources } from '../../../server/placesOfSources.mjs';
import { temporaryFolder } from '../folder.ts';
import { type Figure, median, type Scale } from '../measure.ts';
import type { Kilobyte } from './documents.ts';
import { connect, fill } from './store.ts';

interface Started {
  /** From opening to the first answer, without node's own start. */
  openSeconds: number;
  idleMB: number;
}

export async function* start({ some, rounds }: Scale): AsyncIterable<Figure> {
  const { path, remove } = temporaryFolder();
  const program = await bundled();
  try {
    await fillFolder(path, some);
    const starts: (Started & { wholeSeconds: number })[] = [];
    for (let round = 0; round < Math.min(rounds, 5); round++) starts.push(await startOnce(program, path));
    const of = (name: keyof (typeof starts)[number]) => median(starts.map((each) => each[name]));
    const amount = some.toLocaleString('en');
    yield {
      ...{ key: 'readySeconds', what: `from starting a process to the first answer, ${amount} documents` },
      ...{ value: of('wholeSeconds'), unit: 's', goal: { atMost: 1 } },
    };
    yield { what: 'of that, opening the database', value: of('openSeconds'), unit: 's' };
    yield { key: 'idleMB', what: 'that process, idle', value: of('idleMB'), unit: 'MB', goal: { atMost: 100 } };
  } finally {
    rmSync(program, { force: true });
    remove();
  }
}

/** Beside the product's own, where its packages are found. */
async function bundled(): Promise<string> {
  const outfile = join(import.meta.dirname, `../../../.build/opened-${process.pid}.mjs`);
  await build({
    ...{ entryPoints: [join(import.meta.dirname, 'opened.ts')], outfile, plugins: [placesOfSources] },
    ...{ bundle: true, packages: 'external', platform: 'node', format: 'esm', target: 'node20' },
  });
  return outfile;
}

async function fillFolder(dir: string, count: number): Promise<void> {
  const engine = await openEmbedded({ dir });
  const client = await connect(engine.uri, 1);
  await fill(client.db('bench').collection<Kilobyte>('kilobytes'), count);
  await client.close();
  await engine.close();
}

async function startOnce(program: string, dir: string): Promise<Started & { wholeSeconds: number }> {
  const begun = performance.now();
  const child = spawn(process.execPath, ['--expose-gc', program, dir], { stdio: ['ignore', 'pipe', 'inherit'] });
  let printed = '';
  let wholeSeconds = Number.NaN;
  child.stdout.on('data', (chunk: Buffer) => {
    printed += chunk.toString();
    if (Number.isNaN(wholeSeconds)) wholeSeconds = (performance.now() - begun) / 1000;
  });
  await new Promise((resolve) => child.once('close', resolve));
  const [openSeconds, idleMB] = printed.trim().split('\n').map(Number);
  if (openSeconds === undefined || idleMB === undefined) throw new Error('the engine did not start in a child process');
  return { openSeconds, idleMB, wholeSeconds };
}
