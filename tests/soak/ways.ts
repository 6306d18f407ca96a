// Long ways through the pages in a real browser.
import { spawn } from 'node:child_process';
import { buildClientIfStale } from '../../server/bin/build.ts';

/** @returns whether all of them went through */
export async function runWays(): Promise<boolean> {
  await buildClientIfStale();
  const vitest = ['node_modules/vitest/vitest.mjs', 'run', '--config', 'tests/vitest.config.ts', '--project=soak'];
  const child = spawn(process.execPath, vitest, { stdio: 'inherit', env: { ...process.env, NODE_ENV: 'test' } });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', (code) => resolve(code === 0));
  });
}
