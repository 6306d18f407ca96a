// Submissions over many connections while the whole product is killed, at work or in the middle of its start, and started
// again. Every acknowledged response must be there afterwards with what was sent, none twice, and no link may have taken two.
import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { type Product, spawnProduct, startProduct } from '../support/product.ts';
import { makeLinks, storedOf, submit } from '../support/submissions.ts';
import { seededRandom } from './random.ts';

export interface KillOptions {
  submissions: number;
  connections: number;
  kills: number;
  seed: number;
}
export interface KillOutcome extends KillOptions {
  killedInStart: number;
  acknowledged: number;
  retried: number;
  found: number;
  lost: number;
  altered: number;
  duplicates: number;
  secondsDown: number;
}

/** Of the kills, this share hits a start before it is done. */
const inStart = 0.3;
/** Milliseconds: a start on a filled data folder takes some three seconds. */
const longestStart = 3500;

const killStart = async (environment: Record<string, string>, after: number) => {
  const child = spawnProduct(environment);
  child.stdout.resume();
  child.stderr.resume();
  const ended = new Promise((resolve) => child.once('exit', resolve));
  await Promise.race([pause(after), ended]);
  child.kill('SIGKILL');
  await ended;
};

export const runKills = async (options: KillOptions): Promise<KillOutcome> => {
  const random = seededRandom(options.seed);
  let product = await startProduct({ DEMO: 'on' });
  const { folder, environment } = product;
  try {
    const sent = (await makeLinks(product, options.submissions)).map((token) => ({ token, id: randomUUID() }));
    const tally = { acknowledged: 0, retried: 0, killedInStart: 0, down: 0 };
    const waiting = [...sent.entries()];
    const worker = async () => {
      for (let one = waiting.shift(); one; one = waiting.shift()) {
        const [number, { token, id }] = one;
        if ((await submit(() => product.address, token, id, number)) > 0) tally.retried++;
        tally.acknowledged++;
      }
    };
    const killer = async () => {
      // Spread over the work by what has been acknowledged, then at a random moment of what is under way.
      for (const moment of momentsOf(options, random)) {
        while (tally.acknowledged < moment) await pause(2);
        await pause(random() * 30);
        await product.kill();
        const since = Date.now();
        if (random() < inStart) {
          tally.killedInStart++;
          await killStart(environment, random() * longestStart);
        }
        product = await startProduct(environment, folder);
        tally.down += Date.now() - since;
      }
    };
    await Promise.all([killer(), ...Array.from({ length: options.connections }, worker)]);
    await product.kill();
    product = await startProduct(environment, folder);
    return { ...options, ...(await compare(product, sent)), ...countsOf(tally) };
  } finally {
    await product.stop();
    await product.remove();
  }
};

const momentsOf = ({ kills, submissions }: KillOptions, random: () => number) =>
  Array.from({ length: kills }, () => Math.floor(0.96 * random() * submissions)).sort((one, other) => one - other);

const countsOf = ({
  down,
  ...tally
}: {
  acknowledged: number;
  retried: number;
  killedInStart: number;
  down: number;
}) => ({
  ...tally,
  secondsDown: Math.round(down / 1000),
});

/** Everything in `sent` has been acknowledged by now. */
const compare = async (product: Product, sent: readonly { id: string }[]) => {
  const stored = await storedOf(product, sent);
  const numbers = sent.map((_, number) => number);
  const times = new Map(numbers.map((number) => [number, 0]));
  for (const { number } of stored) times.set(number, (times.get(number) ?? 0) + 1);
  return {
    found: numbers.filter((number) => times.get(number)).length,
    lost: numbers.filter((number) => !times.get(number)).length,
    altered: stored.filter(({ asSent }) => !asSent).length,
    duplicates: stored.length - numbers.filter((number) => times.get(number)).length,
  };
};
