// Starts the server or a command: node server/run.mjs main, node server/run.mjs results PROGRAMME ...
// The sources are made into plain JavaScript once, and again when one has changed: a command then is there in half the
// time, and holds half the memory, that it takes with a loader for TypeScript. `npm start` gives the server's process more room
// for what lives shortly (--max-semi-space-size): a tenth less of the processor goes into each submission.
import { createHash, randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { placesOfSources } from './placesOfSources.mjs';

const sources = import.meta.dirname;
const folder = join(sources, '../.build/server');
const forgottenAfterMs = 3_600_000;
const name = process.argv[2] ?? 'main';
const entry = name === 'main' ? 'main.ts' : `bin/${name}.ts`;

function listSources() {
  const all = readdirSync(sources, { recursive: true, encoding: 'utf8' });
  return all.filter((path) => path.endsWith('.ts')).toSorted();
}

function hashOf(paths) {
  const hash = createHash('sha256')
    .update(`${sources}\0`)
    .update(readFileSync(import.meta.filename))
    .update(readFileSync(join(sources, 'placesOfSources.mjs')));
  for (const path of paths) hash.update(`${path}\0`).update(readFileSync(join(sources, path)));
  return hash.digest('hex').slice(0, 24);
}

/** Written beside and renamed, so that a process that starts at the same time finds all of it or nothing. */
async function bundle(paths, into) {
  const { build } = await import('esbuild');
  mkdirSync(folder, { recursive: true });
  forgetOld();
  const fresh = `${into}.${randomUUID()}`;
  try {
    await build({
      entryPoints: paths.filter((path) => path === 'main.ts' || /^bin\/[^/]+\.ts$/.test(path)),
      ...{ absWorkingDir: sources, outdir: fresh, outbase: '.', outExtension: { '.js': '.mjs' } },
      ...{ bundle: true, splitting: true, packages: 'external', platform: 'node', format: 'esm', target: 'node20' },
      ...{ sourcemap: 'linked', logLevel: 'silent', plugins: [placesOfSources] },
    });
    renameSync(fresh, into);
  } finally {
    rmSync(fresh, { recursive: true, force: true });
  }
}

/** Those of earlier sources, but not one that another process may be about to load. */
function forgetOld() {
  for (const each of readdirSync(folder)) {
    const path = join(folder, each);
    if (statSync(path).mtimeMs < Date.now() - forgottenAfterMs) rmSync(path, { recursive: true, force: true });
  }
}

/** The file to load. Where nothing can be written, the source as it is. */
async function fileOf() {
  const paths = listSources();
  const into = join(folder, hashOf(paths));
  if (!existsSync(into))
    await bundle(paths, into).catch(async (error) => {
      if (existsSync(into)) return; // another process was quicker
      if (error.errors) throw error;
      (await import('tsx/esm/api')).register();
    });
  return existsSync(into) ? join(into, entry.replace(/\.ts$/, '.mjs')) : join(sources, entry);
}

if (!/^[a-z]+$/i.test(name) || !existsSync(join(sources, entry))) {
  console.error(`There is no command "${name}" in server/bin`);
  process.exit(2);
}
const file = await fileOf();
process.setSourceMapsEnabled(true);
process.argv.splice(1, 2, join(sources, entry));
await import(pathToFileURL(file).href);
