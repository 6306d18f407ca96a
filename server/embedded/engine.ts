// The embedded database from outside: open a folder, get a connection string. It runs in a thread of its own.
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Worker } from 'node:worker_threads';
import { threadFile } from './bundle.ts';
import { refuseFullDisk } from './storage/disk.ts';
import { answers, takeLock } from './storage/lock.ts';

export { FolderInUse } from './storage/lock.ts';

export interface EmbeddedOptions {
  /** Data folder; made, for this user alone, if it is not there. */
  dir: string;
  readyTimeoutMs?: number;
}
export interface EmbeddedDatabase {
  uri: string;
  /**
   * Finishes what is under way, then closes; the folder is free when it resolves.
   * @param guestsMs how long connections of other processes may take to end by themselves; none is found any more
   */
  close(guestsMs?: number): Promise<void>;
  /** Called once if the engine dies, or has died, while it should be running. */
  onFailure(listener: (error: Error) => void): void;
}

const READY_MS = 15_000;
/** Paths of Unix sockets end at about 100 bytes. */
const SOCKET_PATH_BYTES = 100;
const URI_FILE = 'database.uri';

const uriOf = (socketPath: string) => `mongodb://${encodeURIComponent(socketPath)}/stegvis?directConnection=true`;

function preparedFolder(dir: string): string {
  const path = resolve(dir);
  mkdirSync(path, { recursive: true, mode: 0o700 });
  chmodSync(path, 0o700);
  refuseFullDisk(path);
  return path;
}

function socketPlace(dir: string): { socketPath: string; forget(): void } {
  const near = join(dir, 'database.sock');
  if (Buffer.byteLength(near) <= SOCKET_PATH_BYTES)
    return { socketPath: near, forget: () => rmSync(near, { force: true }) };
  const folder = mkdtempSync(join(tmpdir(), 'stegvis-'));
  return { socketPath: join(folder, 'database.sock'), forget: () => rmSync(folder, { recursive: true, force: true }) };
}

async function startWorker(file: string, socketPath: string): Promise<Worker> {
  return new Worker(await threadFile(), { workerData: { file, socketPath }, execArgv: [] });
}

/** Resolves when the thread says the word; rejects when it dies first or takes too long. */
function said(worker: Worker, word: string, limitMs: number): Promise<void> {
  return new Promise((done, fail) => {
    const timer = setTimeout(
      () => fail(new Error(`The embedded database was not ${word} within ${limitMs} ms`)),
      limitMs,
    );
    worker.on('message', (message) => {
      if (message === word) {
        clearTimeout(timer);
        done();
      }
    });
    worker.once('error', fail);
    worker.once('exit', () => {
      clearTimeout(timer);
      fail(new Error('The embedded database stopped'));
    });
  });
}

/** Opens the database in a folder. Throws one line when the folder is in use (naming the holder) or cannot be written. */
export async function openEmbedded(options: EmbeddedOptions): Promise<EmbeddedDatabase> {
  const dir = preparedFolder(options.dir);
  const { socketPath, forget } = socketPlace(dir);
  const release = await takeLock(dir, socketPath);
  const hide = () => rmSync(join(dir, URI_FILE), { force: true });
  const leave = () => {
    hide();
    forget();
    release();
  };
  rmSync(socketPath, { force: true });
  const worker = await startWorker(join(dir, 'database.mdb'), socketPath);
  const uri = uriOf(socketPath);
  try {
    await said(worker, 'ready', options.readyTimeoutMs ?? READY_MS);
    writeFileSync(join(dir, URI_FILE), `${uri}\n`, { mode: 0o600 });
  } catch (error) {
    await worker.terminate();
    leave();
    throw error;
  }
  return running(worker, uri, hide, leave);
}

function running(worker: Worker, uri: string, hide: () => void, leave: () => void): EmbeddedDatabase {
  let closing: Promise<void> | undefined;
  let failure: Error | undefined;
  const listeners: ((error: Error) => void)[] = [];
  const failed = (error: Error) => {
    if (closing || failure) return;
    failure = error;
    leave();
    for (const listener of listeners) listener(error);
  };
  worker.on('error', failed);
  worker.on('exit', () => failed(new Error('The embedded database stopped unexpectedly')));
  const close = async (guestsMs: number) => {
    if (failure) return;
    hide();
    const closed = said(worker, 'closed', READY_MS + guestsMs);
    worker.postMessage({ close: guestsMs });
    try {
      await closed;
    } finally {
      await worker.terminate();
      leave();
    }
  };
  return {
    uri,
    close: (guestsMs = 0) => {
      closing ??= close(guestsMs);
      return closing;
    },
    onFailure: (listener) => {
      if (failure) listener(failure);
      else listeners.push(listener);
    },
  };
}

/** The connection string of an engine that is open on this folder now, or undefined. */
export async function findOpenEmbedded(dir: string): Promise<string | undefined> {
  try {
    const uri = readFileSync(join(resolve(dir), URI_FILE), 'utf8').trim();
    const socketPath = decodeURIComponent(new URL(uri.replace('mongodb://', 'http://h/')).pathname.split('/')[1] ?? '');
    return (await answers(socketPath)) ? uri : undefined;
  } catch {
    return undefined;
  }
}
