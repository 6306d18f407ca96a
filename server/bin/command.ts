// What every command shares: arguments, help, the database, and how it ends (0 done, 1 failed, 2 used wrongly).
import { parseArgs } from 'node:util';
import { readConfig } from '../config.ts';
import { Problem } from '../problems.ts';
import { getSecretKey } from '../secretKey.ts';
import { isDatabaseAway } from '../store/away.ts';
import { joinDatabase } from '../store/database.ts';

const waiting = 'Waiting for another command that reads the data folder through this one';

/** The command line is wrong: the message says how, and the usage is shown. */
export class UsageError extends Error {}

export interface Command {
  usage: string;
  /** Names of the arguments that must be there. */
  arguments: readonly string[];
  /** Names of options with a value. */
  options?: readonly string[];
  /** Names of options without one; given, they are "yes". */
  flags?: readonly string[];
  /** @returns the exit code; nothing is 0. */
  run(
    arguments_: readonly string[],
    options: Readonly<Record<string, string | undefined>>,
  ): Promise<number | undefined>;
}

/** Sets the exit code; the process ends by itself when all is printed. */
export async function runCommand(command: Command, given: readonly string[] = process.argv.slice(2)): Promise<void> {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    // A reader that has seen enough, such as head.
    if (error.code !== 'EPIPE') throw error;
  });
  try {
    const { help, positionals, options } = parse(command, given);
    if (help) process.stdout.write(`${command.usage}\n`);
    else process.exitCode = (await command.run(positionals, options)) ?? 0;
  } catch (error) {
    process.exitCode = error instanceof UsageError ? 2 : 1;
    process.stderr.write(`${messageOf(error)}\n`);
    if (error instanceof UsageError) process.stderr.write(`\n${command.usage}\n`);
  }
}

function parse(command: Command, given: readonly string[]) {
  const strings = (command.options ?? []).map((name) => [name, { type: 'string' as const }]);
  const flags = (command.flags ?? []).map((name) => [name, { type: 'boolean' as const }]);
  const options = { ...Object.fromEntries([...strings, ...flags]), help: { type: 'boolean' as const, short: 'h' } };
  const parsed = parsedArguments(given, options);
  const { help, ...values } = parsed.values as Record<string, string | boolean | undefined>;
  const chosen = Object.entries(values).map(([name, value]) => [name, value === true ? 'yes' : value]);
  const [missing] = command.arguments.slice(parsed.positionals.length);
  const [extra] = parsed.positionals.slice(command.arguments.length);
  if (!help && missing !== undefined) throw new UsageError(`${missing} is missing`);
  if (!help && extra !== undefined) throw new UsageError(`"${extra}" is one argument too many`);
  return { help: help === true, positionals: parsed.positionals, options: Object.fromEntries(chosen) };
}

function parsedArguments(given: readonly string[], options: Record<string, { type: 'string' | 'boolean' }>) {
  try {
    return parseArgs({ args: [...given], options, allowPositionals: true });
  } catch (error) {
    throw new UsageError(error instanceof Error ? (error.message.split('. ')[0] ?? '') : String(error));
  }
}

function messageOf(error: unknown): string {
  if (error instanceof Problem) return error.detail ?? error.message;
  const text = error instanceof Error ? error.message : String(error);
  return isDatabaseAway(error) ? `The database went away while the command ran; run it again (${text})` : text;
}

/** Beside a running server or alone; closed whatever happens. */
export async function withDatabase<Result>(work: () => Promise<Result>): Promise<Result> {
  const config = readConfig();
  const database = await joinDatabase(config, getSecretKey(config));
  try {
    return await work();
  } finally {
    const note = setTimeout(() => process.stderr.write(`${waiting}\n`), 2000);
    await database.close();
    clearTimeout(note);
  }
}
