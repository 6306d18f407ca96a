// Opens the database, MongoDB or the embedded one: nothing else knows which it is.
import { setTimeout as pause } from 'node:timers/promises';
import mongoose from 'mongoose';
import { type Config, SettingError } from '../config.ts';
import type { EmbeddedDatabase } from '../embedded/engine.ts';
import { admitCommand, admitServer } from './admission.ts';
import { isDatabaseAway } from './away.ts';
import { endWaitingOnBrokenConnections } from './brokenConnections.ts';

export interface Database {
  kind: 'embedded' | 'mongodb';
  uri: string;
  /** Whether it answers within two seconds. */
  healthy(): Promise<boolean>;
  close(): Promise<void>;
  /** Called once if the database that runs inside this process has ended: only a new start brings it back. */
  onLost(listener: (error: Error) => void): void;
}
type Settings = Pick<Config, 'dataDir' | 'mongodbUri'>;
/** Loaded only where it is used: beside MongoDB no engine and no lmdb. */
const engine = () => import('../embedded/engine.ts');
/** Milliseconds. A database that goes away, or comes back, is noticed within seconds. */
const noticeSoon = { serverSelectionTimeoutMS: 2500, connectTimeoutMS: 2500, heartbeatFrequencyMS: 2000 };
/** Milliseconds. A server's start or stop takes seconds; commands that joined a command may run for minutes. */
const joinWithin = 30_000;
const guestsWithin = 600_000;
const remedy = 'start mongod with --replSet rs0 and run rs.initiate() once';
const standalone = `MONGODB_URI: this MongoDB has no transactions; ${remedy}`;
const noMember = `MONGODB_URI: what answers is not of the replica set that it names, so it has no transactions; ${remedy}`;

/** For the server: the embedded database must be its own; data of an earlier version is migrated. @throws one line */
export async function connectDatabase(settings: Settings, secretKey: Buffer): Promise<Database> {
  const admit = () => admitServer(secretKey);
  return settings.mongodbUri ? connectMongodb(settings.mongodbUri, admit) : openOwn(settings.dataDir, admit);
}

/** For commands: through the running server's embedded database, or by opening it when no server runs. */
export async function joinDatabase(settings: Settings, secretKey: Buffer): Promise<Database> {
  return join(settings, () => admitCommand(secretKey));
}

/** For a backup: as it is, whatever its state. */
export async function joinDatabaseAsItIs(settings: Settings): Promise<Database> {
  return join(settings, asItIs);
}

/** For a restore: as it is, and the embedded database must be its own. */
export async function openDatabaseAsItIs(settings: Settings): Promise<Database> {
  return settings.mongodbUri ? connectMongodb(settings.mongodbUri, asItIs) : openOwn(settings.dataDir, asItIs);
}

/** @returns what says goodbye. */
type Prepare = () => Promise<() => Promise<void>>;
/** The database runs in another process. */
const elsewhere = { close: async () => {}, onFailure: () => {} };
const asItIs: Prepare = async () => async () => {};

/** Another number after every connecting: what was kept of the database before is not of this one. */
let timesConnected = 0;
export const connectionNumber = (): number => timesConnected;

/** Whoever holds the folder may be about to open or to close it: tried again until it has done so. */
async function join({ dataDir, mongodbUri }: Settings, prepare: Prepare): Promise<Database> {
  if (mongodbUri) return connectMongodb(mongodbUri, prepare);
  const { findOpenEmbedded, FolderInUse } = await engine();
  const until = Date.now() + joinWithin;
  for (;;) {
    const running = await findOpenEmbedded(dataDir);
    try {
      if (running) return await connect('embedded', running, prepare, elsewhere);
      return await openOwn(dataDir, prepare, guestsWithin);
    } catch (error) {
      const isPassing = running ? isDatabaseAway(error) : error instanceof FolderInUse;
      if (!isPassing || Date.now() > until) throw error;
    }
    await pause(100);
  }
}

async function connectMongodb(uri: string, prepare: Prepare): Promise<Database> {
  return connect('mongodb', uri, prepare, elsewhere);
}

async function openOwn(dataDir: string, prepare: Prepare, guestsMs = 0): Promise<Database> {
  const embedded = await (await engine()).openEmbedded({ dir: dataDir });
  try {
    return await connect('embedded', embedded.uri, prepare, {
      close: () => embedded.close(guestsMs),
      onFailure: embedded.onFailure,
    });
  } catch (error) {
    await embedded.close();
    throw error;
  }
}

async function connect(
  kind: Database['kind'],
  uri: string,
  prepare: Prepare,
  own: Pick<EmbeddedDatabase, 'close' | 'onFailure'>,
): Promise<Database> {
  let leave: () => Promise<void>;
  try {
    await reach(kind, uri);
    leave = await prepare();
  } catch (error) {
    await mongoose.disconnect();
    throw error;
  }
  return {
    kind,
    uri,
    healthy,
    close: async () => {
      await leave();
      await mongoose.disconnect();
      await own.close();
    },
    onLost: own.onFailure,
  };
}

async function reach(kind: Database['kind'], uri: string): Promise<void> {
  endWaitingOnBrokenConnections();
  try {
    await mongoose.connect(uri, { ...noticeSoon, ...(kind === 'embedded' && { dbName: 'stegvis' }) });
    timesConnected += 1;
    await refuseStandalone();
  } catch (error) {
    if (kind === 'embedded' || error instanceof SettingError) throw error;
    if (hasNoMember(error)) throw new SettingError(noMember);
    throw new SettingError(
      `MONGODB_URI: no database answers there (${error instanceof Error ? error.message : error})`,
    );
  }
}

/** The driver leaves out servers that answer, but not as members of the replica set that was named. */
function hasNoMember(error: unknown): boolean {
  const reason: unknown = error instanceof Error && 'reason' in error ? error.reason : undefined;
  return reason instanceof Object && 'servers' in reason && reason.servers instanceof Map && reason.servers.size === 0;
}

async function refuseStandalone(): Promise<void> {
  const hello = await mongoose.connection.db?.admin().command({ hello: 1 });
  if (hello?.setName === undefined && hello?.msg !== 'isdbgrid') throw new SettingError(standalone);
}

let asking: Promise<boolean> | undefined;

/** Many who wait for the same database share one question to it. */
function healthy(): Promise<boolean> {
  asking ??= ping().finally(() => {
    asking = undefined;
  });
  return asking;
}

async function ping(): Promise<boolean> {
  const answer = mongoose.connection.db
    ?.admin()
    .ping()
    .then(
      () => true,
      () => false,
    );
  return Promise.race([answer ?? false, patience()]);
}

/** Two seconds in steps: of a process that was itself held up, one step is over at most, and the answer is read first. */
async function patience(): Promise<false> {
  for (let step = 0; step < 8; step++) await pause(250, undefined, { ref: false });
  return false;
}

/** Everything in it, for good. For tests and for restoring. */
export async function dropDatabase(): Promise<void> {
  await mongoose.connection.dropDatabase();
}
