// Opens the database, MongoDB or the embedded one: nothing else knows which it is.
import mongoose from 'mongoose';
import { type Config, SettingError } from '../config.ts';
import { ensureIndexes } from './collection.ts';
import { setSecretKey } from './sealing.ts';

export interface Database {
  kind: 'embedded' | 'mongodb';
  uri: string;
  /** Whether it answers within two seconds. */
  healthy(): Promise<boolean>;
  close(): Promise<void>;
}
type Settings = Pick<Config, 'dataDir' | 'mongodbUri'>;
/** Loaded only where it is used: beside MongoDB no engine and no lmdb. */
const engine = () => import('../embedded/engine.ts');
/** Milliseconds. A database that goes away, or comes back, is noticed within seconds. */
const noticeSoon = { serverSelectionTimeoutMS: 2500, connectTimeoutMS: 2500, heartbeatFrequencyMS: 2000 };
const standalone =
  'MONGODB_URI: this MongoDB has no transactions; start mongod with --replSet rs0 and run rs.initiate() once';

/** For the server: the embedded database must be its own. @throws SettingError; the engine's error when it is held. */
export async function connectDatabase(settings: Settings, secretKey: Buffer): Promise<Database> {
  return settings.mongodbUri ? connectMongodb(settings.mongodbUri, secretKey) : openOwn(settings.dataDir, secretKey);
}

/** For commands: through the running server's embedded database, or by opening it when no server runs. */
export async function joinDatabase(settings: Settings, secretKey: Buffer): Promise<Database> {
  const running = settings.mongodbUri ? undefined : await (await engine()).findOpenEmbedded(settings.dataDir);
  if (!running) return connectDatabase(settings, secretKey);
  return connect('embedded', running, secretKey, async () => {});
}

async function connectMongodb(uri: string, secretKey: Buffer): Promise<Database> {
  try {
    return await connect('mongodb', uri, secretKey, async () => {});
  } catch (error) {
    if (error instanceof SettingError) throw error;
    throw new SettingError(
      `MONGODB_URI: no database answers there (${error instanceof Error ? error.message : error})`,
    );
  }
}

async function openOwn(dataDir: string, secretKey: Buffer): Promise<Database> {
  const embedded = await (await engine()).openEmbedded({ dir: dataDir });
  try {
    return await connect('embedded', embedded.uri, secretKey, () => embedded.close());
  } catch (error) {
    await embedded.close();
    throw error;
  }
}

async function connect(
  kind: Database['kind'],
  uri: string,
  secretKey: Buffer,
  closeEngine: () => Promise<void>,
): Promise<Database> {
  setSecretKey(secretKey);
  await mongoose.connect(uri, { ...noticeSoon, ...(kind === 'embedded' && { dbName: 'stegvis' }) });
  try {
    await refuseStandalone();
    await ensureIndexes();
  } catch (error) {
    await mongoose.disconnect();
    throw error;
  }
  return {
    kind,
    uri,
    healthy,
    close: async () => {
      await mongoose.disconnect();
      await closeEngine();
    },
  };
}

async function refuseStandalone(): Promise<void> {
  const hello = await mongoose.connection.db?.admin().command({ hello: 1 });
  if (hello?.setName === undefined && hello?.msg !== 'isdbgrid') throw new SettingError(standalone);
}

async function healthy(): Promise<boolean> {
  const late = new Promise<false>((resolve) => setTimeout(resolve, 2000, false).unref());
  const answer = mongoose.connection.db
    ?.admin()
    .ping()
    .then(
      () => true,
      () => false,
    );
  return Promise.race([answer ?? false, late]);
}

/** Everything in it, for good. For tests and for restoring. */
export async function dropDatabase(): Promise<void> {
  await mongoose.connection.dropDatabase();
}
