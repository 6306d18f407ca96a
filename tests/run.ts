// The user's own way to trust the product: everything, real browser included, then one plain closing line.
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildClientIfStale } from '../server/bin/build.ts';
import { findChromium } from './support/chromium.ts';
import { type Mongod, startMongod } from './support/mongod.ts';
import { dropDatabasesOf } from './support/server.ts';

interface Assertion {
  status: 'passed' | 'failed' | 'skipped' | 'pending' | 'todo' | 'disabled';
  fullName: string;
}
interface Report {
  numFailedTestSuites: number;
  testResults: {
    name: string;
    status: string;
    message: string;
    assertionResults: Assertion[];
  }[];
}

const vitest = (report: string, environment: Record<string, string> = {}) =>
  new Promise<number>((resolve, reject) => {
    const arguments_ = [
      'node_modules/vitest/vitest.mjs',
      'run',
      '--config',
      'tests/vitest.config.ts',
      '--project=!soak',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${report}`,
      ...process.argv.slice(2),
    ];
    const child = spawn(process.execPath, arguments_, {
      stdio: 'inherit',
      // Building the pages has set NODE_ENV to production, in which React cannot be tested.
      env: { ...process.env, NODE_ENV: 'test', ...environment },
    });
    child.on('error', reject);
    child.on('exit', (code) => resolve(code ?? 1));
  });

/** Counts tests; a file that failed outside its tests (in reading it, or in what it sets up) counts as one failure. */
const countOutcomes = (report: Report) => {
  const all = report.testResults.flatMap((file) => file.assertionResults);
  const broken = report.testResults.filter(
    (file) => file.status === 'failed' && !file.assertionResults.some(({ status }) => status === 'failed'),
  );
  const of = (status: Assertion['status']) => all.filter((each) => each.status === status).length;
  return {
    passed: of('passed'),
    failed: of('failed') + broken.length,
    notRun: all.filter((each) => each.status !== 'passed' && each.status !== 'failed').map((each) => each.fullName),
  };
};

let mongod: Mongod | undefined;
if (process.env.TEST_DATABASE === 'mongod')
  mongod = await startMongod().catch((error: Error) => {
    console.error(error.message);
    process.exit(2);
  });

const run = randomBytes(4).toString('hex');
const folder = mkdtempSync(join(tmpdir(), 'stegvis-test-'));
try {
  await findChromium();
  await buildClientIfStale();
  const report = join(folder, 'report.json');
  const code = await vitest(report, { TEST_RUN: run, ...(mongod && { TEST_DATABASE: mongod.uri }) });
  const { passed, failed, notRun } = countOutcomes(JSON.parse(readFileSync(report, 'utf8')) as Report);
  for (const name of notRun) console.log(`not run: ${name}`);
  console.log(`${passed} passed, ${failed} failed`);
  process.exitCode = failed > 0 || passed === 0 ? 1 : code;
} catch (error) {
  console.error(`The tests could not run: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
} finally {
  const server = mongod?.uri ?? process.env.TEST_DATABASE;
  if (server) await dropDatabasesOf(server, run).catch((error: Error) => console.error(error.message));
  await mongod?.stop();
  rmSync(folder, { recursive: true, force: true });
}
