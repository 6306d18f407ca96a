// The whole product in a process of its own, with a programme, the survey of twenty questions, and links to it.
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Collection } from 'mongodb';
import { Pool } from 'undici';
import { type Product, startProduct } from '../../support/product.ts';
import { connect } from '../database/store.ts';
import { temporaryFolder } from '../folder.ts';
import { perSecondOf } from '../measure.ts';
import { answersOf, twentyQuestions } from '../survey.ts';

export interface StoredResponse {
  _id: string;
  response: string;
  answers: object;
}
export interface Site {
  /** Submissions a second, each by a link of its own, until `count` are acknowledged. */
  submit(count: number): Promise<number>;
  responses: Collection<StoredResponse>;
  close(): Promise<void>;
}

const programme = 'bench';
const most = 10_000;
export const lanes = 32;

const definition = {
  ...{ slug: programme, title: { sv: 'Mätning' }, start: '2024-01-01' },
  sites: [{ slug: 'ostad', title: 'Östad' }],
  goals: [],
};

export async function openSite(): Promise<Site> {
  const folder = temporaryFolder();
  const product = await startProduct({ DEMO: 'off' }, folder.path);
  const pool = new Pool(product.address, { connections: lanes });
  const close = async () => {
    await pool.close();
    await product.stop();
    folder.remove();
  };
  try {
    return await prepare(sender(pool), product, close);
  } catch (error) {
    await close();
    throw error;
  }
}

async function prepare(send: Send, { administrator, folder }: Product, close: () => Promise<void>): Promise<Site> {
  const { token } = await send('/session', administrator);
  await send('/programmes', { definition }, token);
  await send('/surveys', { name: twentyQuestions.name, programme, source: JSON.stringify(twentyQuestions) }, token);
  await send(`/surveys/${twentyQuestions.name}/publish?programme=${programme}`, { revision: 1 }, token);
  const client = await connect(readFileSync(join(folder, 'database.uri'), 'utf8').trim(), lanes);
  let sent = 0;
  return {
    submit: async (count) => {
      const links = await makeLinks(send, count, token);
      return perSecondOf(lanes, count, () => {
        const link = links.pop() ?? '';
        const body = { submissionId: randomUUID(), language: 'sv', answers: answersOf(sent++), version: 1 };
        return send(`/respond/${link.slice(link.lastIndexOf('/') + 1)}`, body);
      });
    },
    responses: client.db('stegvis').collection<StoredResponse>('responses'),
    close: async () => {
      await client.close();
      await close();
    },
  };
}

type Send = ReturnType<typeof sender>;

async function makeLinks(send: Send, count: number, token: string): Promise<string[]> {
  const made: string[] = [];
  while (made.length < count) {
    const order = { survey: twentyQuestions.name, site: 'ostad', count: Math.min(most, count - made.length) };
    made.push(...(await send(`/programmes/${programme}/invitations`, order, token)).links);
  }
  return made;
}

interface Reply {
  token: string;
  links: string[];
}

/** The client that takes least of the processor from what is measured: both share its two cores. */
function sender(pool: Pool) {
  return async (path: string, content: unknown, token?: string): Promise<Reply> => {
    const { statusCode, body } = await pool.request({
      ...{ method: 'POST', path: `/api${path}`, body: JSON.stringify(content) },
      headers: {
        'content-type': 'application/json',
        ...(token !== undefined && { authorization: `Bearer ${token}` }),
      },
    });
    const text = await body.text();
    if (statusCode !== 200 && statusCode !== 201) throw new Error(`POST ${path}: ${statusCode} ${text}`);
    return JSON.parse(text) as Reply;
  };
}
