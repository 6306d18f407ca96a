// An engine in a process of its own, so that it can be killed and its memory seen.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

export interface EngineProcess {
  uri: string;
  /** Memory the process holds now, in MB. */
  residentMb(): number;
  /** The part of it that no file backs: without the pages of the mapped data, which the system takes back at will. */
  ownMb(): number;
  /** kill -9; resolves when it is gone. */
  kill(): Promise<void>;
}

/** Throws when the process ends before it says its connection string. */
export async function startEngineProcess(dir: string): Promise<EngineProcess> {
  const script = join(import.meta.dirname, '../embedded/opener.ts');
  const child = spawn(process.execPath, ['--import', 'tsx', script, dir], { stdio: ['ignore', 'pipe', 'inherit'] });
  const exited = once(child, 'exit');
  const lines = createInterface({ input: child.stdout });
  const uri = await Promise.race([once(lines, 'line').then(([line]) => String(line)), exited.then(() => undefined)]);
  if (uri === undefined) throw new Error('the engine ended before it was ready');
  const memory = (line: string) =>
    Number(new RegExp(`${line}:\\s+(\\d+) kB`).exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1]) / 1024;
  return {
    uri,
    residentMb: () => memory('VmRSS'),
    ownMb: () => memory('RssAnon'),
    async kill() {
      child.kill('SIGKILL');
      await exited;
    },
  };
}
