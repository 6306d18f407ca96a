// Builds the client, but only when what it is made of has changed since the last build.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';

const root = join(import.meta.dirname, '../..');
const sources = ['client', 'server/contract', 'package-lock.json'];
const built = join(root, '.build/client');
const hashFile = join(root, '.build/client.hash');

/** Whether it had to be built. Takes place beside the old build, which stays until the new one is whole. */
export async function buildClientIfStale(): Promise<boolean> {
  const hash = hashOfSources();
  if (existsSync(join(built, 'index.html')) && readIfThere(hashFile) === hash) return false;
  const fresh = `${built}.${process.pid}`;
  mkdirSync(join(root, '.build'), { recursive: true });
  try {
    const { build } = await import('vite');
    const configFile = join(root, 'client/vite.config.ts');
    await build({ configFile, logLevel: 'warn', build: { outDir: fresh, emptyOutDir: true } });
    rmSync(hashFile, { force: true });
    rmSync(built, { recursive: true, force: true });
    renameSync(fresh, built);
    writeFileSync(hashFile, hash);
  } finally {
    rmSync(fresh, { recursive: true, force: true });
  }
  return true;
}

function hashOfSources(): string {
  const hash = createHash('sha256');
  for (const path of sources.flatMap((source) => filesIn(join(root, source))).sort()) {
    hash
      .update(`${relative(root, path)}\0`)
      .update(readFileSync(path))
      .update('\0');
  }
  return hash.digest('hex');
}

function filesIn(path: string): string[] {
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

function readIfThere(path: string): string | undefined {
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  console.log((await buildClientIfStale()) ? 'The client is built.' : 'The client is built already.');
}
