// Run as a process of its own: opens and closes a data folder when it is told to on its standard input, and says what came of it.
import { createInterface } from 'node:readline';
import { type EmbeddedDatabase, openEmbedded } from '../../../server/embedded/engine.ts';

const [dir = ''] = process.argv.slice(2);
const say = (text: string) => process.stdout.write(`${text}\n`);
let engine: EmbeddedDatabase | undefined;

async function open(): Promise<void> {
  try {
    engine = await openEmbedded({ dir });
    say('opened');
  } catch (error) {
    say(`refused: ${error instanceof Error ? error.message : error}`);
  }
}

async function close(): Promise<void> {
  await engine?.close();
  engine = undefined;
  say('closed');
}

say('here');
for await (const line of createInterface({ input: process.stdin })) await (line === 'open' ? open() : close());
