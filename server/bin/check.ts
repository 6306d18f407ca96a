// Types, lint and format, and who may import whom. Prints what fails; every part runs even when an earlier one failed.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');

interface Outcome {
  ok: boolean;
  text: string;
}
interface Cruise {
  summary: {
    totalCruised: number;
    violations: { from: string; to: string; rule: { name: string; severity: string } }[];
  };
}

function run(tool: string, ...arguments_: string[]): Outcome {
  const { status, stdout, stderr, error } = spawnSync(join(root, 'node_modules/.bin', tool), arguments_, {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 256 * 1024 * 1024,
  });
  return { ok: status === 0, text: error ? error.message : `${stdout}${stderr}` };
}

/** Reads the figures itself: the tool ends well even when it could read no module at all. */
function checkImports(): Outcome {
  const { text } = run(
    'depcruise',
    ...['--config', '.dependency-cruiser.cjs', '--output-type', 'json'],
    ...['server', 'client', 'surveys'],
  );
  let cruise: Cruise;
  try {
    cruise = JSON.parse(text.slice(text.indexOf('{'), text.lastIndexOf('}') + 1)) as Cruise;
  } catch {
    return { ok: false, text };
  }
  const { totalCruised, violations } = cruise.summary;
  if (!(totalCruised > 0)) return { ok: false, text: 'dependency-cruiser read no module' };
  const errors = violations.filter((each) => each.rule.severity === 'error');
  const lines = errors.map(({ rule, from, to }) => `${rule.name}: ${from} -> ${to}`);
  return { ok: errors.length === 0, text: [...lines, `${totalCruised} modules read`].join('\n') };
}

const parts: Record<string, () => Outcome> = {
  types: () => run('tsc', '--noEmit', '-p', 'tsconfig.json'),
  'lint and format': () => run('biome', 'ci', '--colors=off'),
  'who imports whom': checkImports,
};

for (const [name, part] of Object.entries(parts)) {
  const { ok, text } = part();
  console.log(`${ok ? 'ok    ' : 'FAILED'} ${name}`);
  if (!ok) {
    console.log(text.trim());
    process.exitCode = 1;
  }
}
