// Links, what is sent by them, and what is found in the database afterwards.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import { MongoClient } from 'mongodb';
import type { Product } from './product.ts';

const programme = 'cresco-plus';
const responseKey = (submissionId: string) =>
  createHash('sha256').update(`response:${submissionId}`).digest('base64url');

/** A text that tells whose answers these are. */
const textOf = (number: number) => `Svar ${number}`;
const answersOf = (number: number) => ({
  feelsBetter: number % 2 ? 'yes' : 'no',
  activityHours: number % 40,
  whatHelped: textOf(number),
});

const post = async (address: string, path: string, body: unknown, token?: string) => {
  const reply = await fetch(`${address}/api${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) },
    body: JSON.stringify(body),
  });
  if (!reply.ok) throw new Error(`${path}: ${reply.status} ${await reply.text()}`);
  return (await reply.json()) as { token: string; links: string[] };
};

/** Tokens of unaddressed links to the exit survey. */
export const makeLinks = async ({ address, administrator }: Product, count: number): Promise<string[]> => {
  const { token } = await post(address, '/session', administrator);
  const wanted = { survey: 'exit', site: 'skara', count };
  const { links } = await post(address, `/programmes/${programme}/invitations`, wanted, token);
  return links.map((link) => link.slice(link.lastIndexOf('/') + 1));
};

/** Sends one response until it is acknowledged, as a patient browser does: always with the same submission id. */
export const submit = async (address: () => string, token: string, submissionId: string, number: number) => {
  const body = JSON.stringify({ submissionId, language: 'sv', answers: answersOf(number) });
  for (let tries = 0; tries < 1200; tries++) {
    const reply = await fetch(`${address()}/api/respond/${token}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
      signal: AbortSignal.timeout(10_000),
    }).then(
      async (got) => got.text().then(() => got.status),
      () => undefined,
    );
    if (reply === 200 || reply === 201) return tries;
    if (reply !== undefined && ![429, 500, 502, 503].includes(reply)) throw new Error(`refused: ${reply}`);
    await pause(100);
  }
  throw new Error('never acknowledged');
};

interface Row {
  response: string;
  answers: { whatHelped?: string };
}

/** Every stored response with a text of ours; `asSent`: under the key of its submission, with the answers sent. */
export const storedOf = async ({ folder, environment }: Product, sent: readonly { id: string }[]) => {
  const uri = environment.MONGODB_URI ?? readFileSync(join(folder, 'database.uri'), 'utf8').trim();
  const client = await MongoClient.connect(uri);
  try {
    const rows = await client.db().collection<Row>('responses').find({ survey: 'exit', mode: 'link' }).toArray();
    return rows.flatMap(({ response, answers }) => {
      const number = Number(/^Svar (\d+)$/.exec(answers.whatHelped ?? '')?.[1] ?? -1);
      const id = sent[number]?.id;
      if (id === undefined) return [];
      return [{ number, asSent: response === responseKey(id) && isDeepStrictEqual(answers, answersOf(number)) }];
    });
  } finally {
    await client.close();
  }
};
