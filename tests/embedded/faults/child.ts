// A process of a test's own, spoken to in lines.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

export interface Child {
  pid: number;
  /** Sends a line, when one is given, and gives the next line that the process prints. */
  ask(line?: string): Promise<string>;
  /** As `kill -9` does; resolves when it is gone. */
  kill(): Promise<void>;
}

const running: ChildProcess[] = [];

/** `script`: a file beside this one. Its first line is awaited. */
export async function startChild(script: string, ...arguments_: string[]): Promise<Child> {
  const file = join(import.meta.dirname, script);
  const process_ = spawn(process.execPath, ['--import', 'tsx', file, ...arguments_], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  running.push(process_);
  const ended = once(process_, 'exit');
  const lines = createInterface({ input: process_.stdout })[Symbol.asyncIterator]();
  const ask = async (line?: string) => {
    if (line !== undefined) process_.stdin.write(`${line}\n`);
    const { value, done } = await lines.next();
    if (done) throw new Error(`${script} ended by itself`);
    return value;
  };
  await ask();
  return {
    pid: process_.pid ?? 0,
    ask,
    kill: async () => {
      process_.kill('SIGKILL');
      await ended;
    },
  };
}

export function killChildren(): void {
  for (const child of running.splice(0)) child.kill('SIGKILL');
}
