// The engine's thread as one file of plain JavaScript, made anew when a source has changed: a thread that loads it is
// ready sooner and holds less memory than one that needs a loader for TypeScript.
import { createHash, randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const sources = fileURLToPath(new URL('.', import.meta.url));
const folder = join(sources, '../../.build/embedded');
const forgottenAfterMs = 3_600_000;

/** The file to start the thread from. Where nothing can be written it is the one that loads the sources as they are. */
export async function threadFile(): Promise<URL> {
  const file = join(folder, `thread-${hashOfSources()}.mjs`);
  try {
    if (!existsSync(file)) await bundle(file);
    return pathToFileURL(file);
  } catch {
    return new URL('./thread.mjs', import.meta.url);
  }
}

function hashOfSources(): string {
  const hash = createHash('sha256');
  for (const path of readdirSync(sources, { recursive: true, encoding: 'utf8' }).toSorted())
    if (path.endsWith('.ts')) hash.update(`${path}\0`).update(readFileSync(join(sources, path)));
  return hash.digest('hex').slice(0, 24);
}

/** Written beside and renamed, so that a process that starts at the same time finds all of it or nothing. */
async function bundle(file: string): Promise<void> {
  const { buildSync } = await import('esbuild');
  const { outputFiles } = buildSync({
    entryPoints: [join(sources, 'worker.ts')],
    ...{ bundle: true, packages: 'external', platform: 'node', format: 'esm', target: 'node20' },
    ...{ write: false, logLevel: 'silent' },
  });
  mkdirSync(folder, { recursive: true });
  forgetOld();
  const fresh = `${file}.${randomUUID()}`;
  writeFileSync(fresh, outputFiles[0]?.contents ?? '');
  renameSync(fresh, file);
}

/** Those of earlier sources, but not one that another process may be about to load. */
function forgetOld(): void {
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    if (statSync(path).mtimeMs < Date.now() - forgottenAfterMs) rmSync(path, { force: true });
  }
}
