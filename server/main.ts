// Start and stop. Whatever stops a start is said in one line.
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { pino } from 'pino';
import { limitTables } from './access/tables.ts';
import { createApp } from './app.ts';
import { buildClientIfStale } from './bin/build.ts';
import { type Config, readConfig, SettingError } from './config.ts';
import { createMailer } from './mail/mailer.ts';
import { oneATurn } from './oneATurn.ts';
import { readProductVersion } from './productVersion.ts';
import { requestClasses } from './requestClasses.ts';
import { getSecretKey } from './secretKey.ts';
import { findFirstSetupLink, putInAdministrator } from './start/administrators.ts';
import { startBlock } from './start/block.ts';
import { putInDemonstration } from './start/demonstration.ts';
import { connectDatabase, type Database } from './store/database.ts';
import { putInBuiltInItems, putInBuiltInSurveys } from './store/firstStart.ts';

const patience = 10_000;

async function start(): Promise<void> {
  const config = readConfig();
  await refuseTakenPort(config);
  const secretKey = getSecretKey(config);
  const database = await connectDatabase(config, secretKey);
  database.onLost(endWithDatabase);
  const mailer = createMailer(config);
  try {
    await buildClientIfStale().catch((error: Error) => {
      throw new Error(`The pages could not be built: ${error.message}`);
    });
    await putInBuiltInSurveys();
    await putInBuiltInItems();
    if (config.admin) await putInAdministrator(config.admin);
    const demonstration = config.demo ? await putInDemonstration(config.dataDir, config.baseUrl) : undefined;
    const setupLink = await findFirstSetupLink(config.baseUrl);
    limitTables(config.answerMemoryMb * 2 ** 20);
    const logger = pino({ level: config.logLevel });
    const app = createApp({ config, database, secretKey, mailer, logger, version: readProductVersion() });
    const server = createServer(requestClasses(app), oneATurn(app));
    await listen(server, config);
    stopOnSignal(server, database, () => mailer.close());
    process.stdout.write(`${startBlock(config, demonstration, setupLink)}\n`);
  } catch (error) {
    mailer.close();
    await database.close();
    throw error;
  }
}

/** Before anything else is opened, so that a second start by mistake says at once what is wrong. */
async function refuseTakenPort(config: Config): Promise<void> {
  const probe = createServer();
  await listen(probe, config);
  probe.close();
  await once(probe, 'close');
}

async function listen(server: Server, { host, port }: Config): Promise<void> {
  server.listen(port, host);
  await once(server, 'listening').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'EADDRINUSE')
      throw new SettingError(`PORT ${port} is taken on ${host}: stop what listens there`);
    if (error.code === 'EACCES') throw new SettingError(`PORT ${port} may not be used by this user`);
    throw new SettingError(`HOST ${host} with PORT ${port} can not be listened on (${error.code ?? error.message})`);
  });
}

/** Lets calls under way finish, then closes the database; a second signal ends at once. */
function stopOnSignal(server: Server, database: Database, closeMailer: () => void): void {
  let isStopping = false;
  const stop = async () => {
    if (isStopping) process.exit(1);
    isStopping = true;
    const closed = once(server, 'close');
    server.close();
    server.closeIdleConnections();
    setTimeout(() => server.closeAllConnections(), patience).unref();
    await closed;
    closeMailer();
    await database.close();
    process.exit(0);
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => void stop());
}

/** Nothing can be answered any more: whoever supervises this process starts it again. */
function endWithDatabase(error: Error): void {
  console.error(
    `Stegvis stops: its database ended (${oneLine(error.message)}). All that was acknowledged is on disk; start it again.`,
  );
  process.exit(1);
}

function oneLine(text: string): string {
  return text.replace(/\s*\n\s*/g, ' ');
}

start().catch((error: unknown) => {
  const text = error instanceof Error ? error.message : String(error);
  console.error(`Stegvis did not start. ${oneLine(text)}`);
  process.exit(1);
});
