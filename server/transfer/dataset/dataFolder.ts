// An export for statisticians as a folder: every table in the formats asked for, with codebook and scripts.
import { createWriteStream } from 'node:fs';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { breaksOf } from '../../domain/answers/breaks.ts';
import type { Programme } from '../../domain/programme/schema.ts';
import { surveysOf } from '../../store/surveys.ts';
import { bundle, type DataFormat } from './files.ts';
import { newSource } from './source.ts';

/** Tells an earlier export from a folder of somebody's own. */
const mark = 'export.json';

export interface DataReport {
  programme: string;
  folder: string;
  files: { file: string; bytes: number }[];
}

/** Rows of every site, and of anonymous surveys too. @throws Error when the folder holds anything but an earlier such export */
export async function exportData(
  programme: Programme,
  folder: string,
  formats: readonly DataFormat[],
  language = 'sv',
): Promise<DataReport> {
  await clear(folder, programme.slug);
  const versions = await surveysOf(programme.slug);
  const surveys = versions.map((each) => each.definition);
  const source = newSource({ programme, surveys, breaks: breaksOf(versions), sites: 'all' });
  const files: DataReport['files'] = [];
  for await (const { name, content } of bundle(source, formats, language)) {
    const file = createWriteStream(join(folder, name), { mode: 0o600 });
    await pipeline(Readable.from(content, { objectMode: false }), file);
    files.push({ file: name, bytes: file.bytesWritten });
  }
  const names = files.map((each) => each.file);
  await writeFile(join(folder, mark), `${JSON.stringify({ programme: programme.slug, files: names }, null, 2)}\n`, {
    mode: 0o600,
  });
  return { programme: programme.slug, folder, files };
}

/** An earlier export of the same programme makes way; anything else stays untouched and is refused. */
async function clear(folder: string, slug: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const there = await readdir(folder);
  if (there.length === 0) return;
  const earlier = await readFile(join(folder, mark), 'utf8').then(filesIn, () => undefined);
  const own = new Set([mark, ...(earlier?.files ?? [])]);
  if (earlier?.programme !== slug || there.some((name) => !own.has(name)))
    throw new Error(`${folder} is not empty: name a new folder, or one that holds such an export of ${slug} alone`);
  for (const name of there) await rm(join(folder, name));
}

function filesIn(text: string): { programme: unknown; files: string[] } | undefined {
  try {
    const { programme, files } = JSON.parse(text) as { programme?: unknown; files?: unknown };
    return { programme, files: Array.isArray(files) ? files.map(String) : [] };
  } catch {
    return undefined;
  }
}
