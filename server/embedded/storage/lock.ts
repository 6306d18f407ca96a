// One process per data folder: a lock file names the holder; what a dead process left behind is taken over.
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';

/** When a process began, where the system tells: a number that is used again is then told apart. */
function beganAt(pid: number): string {
  try {
    const [, after = ''] = readFileSync(`/proc/${pid}/stat`, 'utf8').split(/\) /);
    return after.split(' ')[19] ?? '';
  } catch {
    return '';
  }
}

function isAlive(pid: number, began: string): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false;
  }
  return began === beganAt(pid);
}

/** Does somebody answer on the socket? Also finds a holder whose process number means nothing here, as in another container. */
export function answers(socketPath: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(socketPath);
    const settle = (alive: boolean) => {
      socket.destroy();
      resolve(alive);
    };
    socket.on('connect', () => settle(true));
    socket.on('error', () => settle(false));
  });
}

interface Holder {
  pid: number;
  began: string;
  socketPath: string;
}

function readHolder(path: string): Holder | undefined {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Holder;
  } catch {
    return undefined;
  }
}

const holds = async (holder: Holder) => isAlive(holder.pid, holder.began) || answers(holder.socketPath);

/** Takes the folder's lock and returns the function that gives it back. Throws one line that names folder and holder. */
export async function takeLock(dir: string, socketPath: string): Promise<() => void> {
  const path = join(dir, 'database.lock');
  const own = `${path}.${process.pid}.${Date.now()}`;
  writeFileSync(own, JSON.stringify({ pid: process.pid, began: beganAt(process.pid), socketPath }), { mode: 0o600 });
  try {
    for (let attempt = 0; attempt < 5; attempt++) {
      try {
        linkSync(own, path);
        return () => rmSync(path, { force: true });
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      }
      const holder = readHolder(path);
      if (holder && (await holds(holder)))
        throw new Error(
          `The data folder ${dir} is in use by process ${holder.pid}: stop it, or choose another DATA_DIR`,
        );
      setAside(path, holder);
    }
  } finally {
    rmSync(own, { force: true });
  }
  throw new Error(`The data folder ${dir} is being opened by another process`);
}

/** Removes a dead holder's lock, unless another process has just put its own there. */
function setAside(path: string, dead: Holder | undefined): void {
  const aside = `${path}.stale.${process.pid}`;
  try {
    renameSync(path, aside);
    const taken = readHolder(aside);
    if (taken && taken.pid !== dead?.pid) linkSync(aside, path);
    rmSync(aside, { force: true });
  } catch {
    // somebody else was quicker: the next attempt sees whose it is
  }
}
