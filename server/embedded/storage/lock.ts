// One process per data folder: a lock file names the holder; what a dead process left behind is taken over.
import { createHash, randomUUID } from 'node:crypto';
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

/** Somebody else has the folder open. */
export class FolderInUse extends Error {}

interface Holder {
  pid: number;
  began: string;
  socketPath: string;
  /** Tells two locks of one process apart. */
  mark: string;
}

/** What a lock file says; one that a power cut left empty has no holder. Undefined when there is no lock. */
function readLock(path: string): { text: string; holder: Holder | undefined } | undefined {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
  try {
    return { text, holder: JSON.parse(text) as Holder };
  } catch {
    return { text, holder: undefined };
  }
}

const isHeld = async ({ pid, began, socketPath }: Holder) => isAlive(pid, began) || answers(socketPath);

/** Takes the folder's lock and returns the function that gives it back. @throws FolderInUse: folder and holder in one line */
export async function takeLock(dir: string, socketPath: string): Promise<() => void> {
  const path = join(dir, 'database.lock');
  const holder = { pid: process.pid, began: beganAt(process.pid), socketPath, mark: randomUUID() };
  const text = JSON.stringify(holder);
  const own = `${path}.${holder.mark}`;
  try {
    writeFileSync(own, text, { mode: 0o600 });
    const other = await take(path, own, text);
    if (other)
      throw new FolderInUse(
        `The data folder ${dir} is in use by process ${other.pid}: stop it, or choose another DATA_DIR`,
      );
  } finally {
    rmSync(own, { force: true });
  }
  return () => {
    if (readLock(path)?.text === text) rmSync(path, { force: true });
  };
}

/**
 * Puts the file `own` at `path`. A dead holder's lock is replaced under a lock of its own, named after the dead one: so only
 * one of several that find it replaces it, and none that comes late replaces a living one's.
 * @returns who holds it, if somebody else does
 */
async function take(path: string, own: string, text: string): Promise<Holder | undefined> {
  for (;;) {
    if (isLinked(own, path)) return undefined;
    const found = readLock(path);
    if (!found) continue;
    if (found.holder && (await isHeld(found.holder))) return found.holder;
    const turn = `${path}.${createHash('sha256').update(found.text).digest('hex').slice(0, 12)}`;
    const quicker = await take(turn, own, text);
    if (quicker) return quicker;
    try {
      if (readLock(path)?.text !== found.text) continue;
      linkSync(own, `${own}.new`);
      renameSync(`${own}.new`, path);
      return undefined;
    } finally {
      rmSync(turn, { force: true });
    }
  }
}

function isLinked(own: string, path: string): boolean {
  try {
    linkSync(own, path);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    return false;
  }
}
