// Submissions over many connections while the whole product is killed and started again. Every acknowledged
// response must be there afterwards, none twice, and no link may have taken two.
import { createHash, randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { MongoClient } from 'mongodb';
import { type Product, startProduct } from '../support/product.ts';
import { seededRandom } from './random.ts';

export interface KillOutcome {
  submissions: number;
  connections: number;
  kills: number;
  acknowledged: number;
  retried: number;
  found: number;
  lost: number;
  duplicates: number;
  secondsDown: number;
}

const responseKey = (submissionId: string) =>
  createHash('sha256').update(`response:${submissionId}`).digest('base64url');
const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

const makeLinks = async (product: Product, count: number): Promise<string[]> => {
  const { email, password } = product.administrator;
  const post = async (path: string, body: unknown, token?: string) => {
    const headers = {
      'content-type': 'application/json',
      ...(token ? { authorization: `Bearer ${token}` } : {}),
    };
    const reply = await fetch(`${product.address}/api${path}`, {
      method: 'POST',
      headers,
      body: JSON.stringify(body),
    });
    if (!reply.ok) throw new Error(`${path}: ${reply.status} ${await reply.text()}`);
    return (await reply.json()) as { token: string; links: string[] };
  };
  const { token } = await post('/session', { email, password });
  const programme = 'cresco-plus';
  const { links } = await post(`/programmes/${programme}/invitations`, { survey: 'exit', site: 'skara', count }, token);
  return links.map((link) => link.slice(link.lastIndexOf('/') + 1));
};

/** Sends one response until it is acknowledged, as a patient browser does: always with the same submission id. */
const submit = async (address: string, token: string, submissionId: string, number: number) => {
  const body = JSON.stringify({
    submissionId,
    language: 'sv',
    answers: {
      feelsBetter: number % 2 ? 'yes' : 'no',
      activityHours: number % 40,
      whatHelped: `Svar ${number}`,
    },
  });
  for (let tries = 0; tries < 600; tries++) {
    try {
      const reply = await fetch(`${address}/api/respond/${token}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body,
        signal: AbortSignal.timeout(10_000),
      });
      await reply.text();
      if (reply.status === 200 || reply.status === 201) return tries;
      if (![429, 500, 502, 503].includes(reply.status)) throw new Error(`refused: ${reply.status}`);
    } catch (error) {
      if (error instanceof Error && error.message.startsWith('refused')) throw error;
    }
    await pause(100);
  }
  throw new Error('never acknowledged');
};

export const runKills = async (options: { submissions: number; connections: number; kills: number; seed: number }) => {
  const random = seededRandom(options.seed);
  let product = await startProduct({ DEMO: 'on' });
  const { folder, environment } = product;
  try {
    const tokens = await makeLinks(product, options.submissions);
    const ids = tokens.map(() => randomUUID());
    let next = 0;
    let acknowledged = 0;
    let retried = 0;
    const worker = async () => {
      for (let at = next++; at < tokens.length; at = next++) {
        if ((await submit(product.address, tokens[at] ?? '', ids[at] ?? '', at)) > 0) retried++;
        acknowledged++;
      }
    };
    // Kills fall while work is under way: at random shares of the acknowledged submissions.
    const moments = Array.from({ length: options.kills }, () =>
      Math.floor((0.05 + 0.85 * random()) * tokens.length),
    ).sort((one, other) => one - other);
    let down = 0;
    const killer = async () => {
      for (const moment of moments) {
        while (acknowledged < moment) await pause(5);
        await pause(random() * 40);
        product.kill();
        const since = Date.now();
        product = await startProduct(environment, folder);
        down += Date.now() - since;
      }
    };
    await Promise.all([killer(), ...Array.from({ length: options.connections }, worker)]);
    product.kill();
    product = await startProduct(environment, folder);
    const found = await countStored(folder, ids);
    const outcome: KillOutcome = {
      ...options,
      acknowledged,
      retried,
      found: found.distinct,
      lost: acknowledged - found.distinct,
      duplicates: found.extra,
      secondsDown: down / 1000,
    };
    return outcome;
  } finally {
    await product.stop();
    product.remove();
  }
};

/** `extra`: stored answers that carry a text of ours but a key that belongs to no submission, or stand there twice. */
const countStored = async (folder: string, ids: string[]) => {
  const client = await MongoClient.connect(readFileSync(join(folder, 'database.uri'), 'utf8').trim());
  try {
    const keys = new Set(ids.map(responseKey));
    const rows = await client
      .db()
      .collection<{ response: string; answers: { whatHelped?: string } }>('responses')
      .find({ survey: 'exit', mode: 'link' })
      .toArray();
    const ours = rows.filter((row) => /^Svar \d+$/.test(row.answers.whatHelped ?? ''));
    const distinct = new Set(ours.map((row) => row.answers.whatHelped)).size;
    const strangers = ours.filter((row) => !keys.has(row.response)).length;
    return { distinct, extra: ours.length - distinct + strangers };
  } finally {
    await client.close();
  }
};
