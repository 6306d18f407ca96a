// Every question the product asks its database is answered by an index: all routes are called, what the store asks meanwhile is
// written down, and each kind of it is explained.
import mongoose from 'mongoose';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Method, openTestApp, type TestApp } from '../support/app.ts';
import { buildCoordinator, buildProgramme, buildUser } from '../support/factories.ts';
import { calls } from './routes/calls.ts';

/** These hold a handful of documents however long the product runs, and are read whole. */
const small = new Set(['programmes', 'surveys', 'surveyDrafts', 'surveyWithdrawals', 'items', 'installation']);

interface Asked {
  collection: string;
  method: string;
  filter: object;
  sort: Record<string, 1 | -1>;
}
interface Stage {
  stage: string;
  inputStage?: Stage;
}
type Arguments = [unknown?, unknown?, unknown?];

let app: TestApp;
const asked = new Map<string, Asked>();
beforeAll(async () => {
  app = await openTestApp();
});
afterAll(async () => {
  mongoose.set('debug', false);
  await app.close();
});

const object = (value: unknown): object => (value && typeof value === 'object' ? value : {});

/** The filters and sorts of one operation; inserts ask nothing. */
function questionsOf(method: string, [first, second, third]: Arguments): Pick<Asked, 'filter' | 'sort'>[] {
  const sortOf = (options: unknown) => (object(options) as { sort?: Asked['sort'] }).sort ?? {};
  if (method.startsWith('insert') || /index|session|drop|createCollection/i.test(method)) return [];
  if (method === 'aggregate') {
    const [match, sort] = first as { $match?: object; $sort?: Asked['sort'] }[];
    return [{ filter: match?.$match ?? {}, sort: (match?.$match ? sort?.$sort : match?.$sort) ?? {} }];
  }
  if (method === 'bulkWrite')
    return (first as Record<string, { filter?: object }>[]).flatMap((operation) =>
      Object.values(operation).flatMap(({ filter }) => (filter ? [{ filter, sort: {} }] : [])),
    );
  if (method === 'distinct') return [{ filter: object(second), sort: {} }];
  const options = /^(find|findOne|count.*|delete.*|findOneAndDelete)$/.test(method) ? second : third;
  return [{ filter: object(first), sort: sortOf(options) }];
}

/** Two questions are of one kind when they name the same fields with the same operators. */
const kindOf = (value: unknown): unknown => {
  if (Array.isArray(value)) return ['list', ...new Set(value.map((one) => JSON.stringify(kindOf(one))))];
  if (value === null || typeof value !== 'object' || Object.getPrototypeOf(value) !== Object.prototype) return 1;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, kindOf(one)]));
};

function note(collection: string, method: string, ...rest: Arguments): void {
  for (const question of questionsOf(method, rest)) {
    const one = { collection, method, ...question };
    const kind = JSON.stringify([collection, kindOf(one.filter), one.sort]);
    if (!asked.has(kind)) asked.set(kind, one);
  }
}

async function callAll(slug: string, tokens: string[]): Promise<number> {
  let answered = 0;
  for (const [key, prepare] of Object.entries(calls))
    for (const token of tokens) {
      const [method = '', path = ''] = key.split(' ');
      const { params = {}, query = '', body } = await prepare(slug);
      const place = path.replace(/\{(\w+)\}/g, (_all, name: string) => encodeURIComponent(params[name] ?? name));
      if (key === 'delete /session') continue;
      const { status } = await app.call(method as Method, place + query, { token, ...(body && { body }) });
      if (status < 300) answered++;
    }
  return answered;
}

const stagesOf = ({ stage, inputStage }: Stage): string[] => [stage, ...(inputStage ? stagesOf(inputStage) : [])];

async function stagesFor({ collection, filter, sort }: Asked): Promise<string[]> {
  const { queryPlanner } = (await mongoose.connection
    .collection(collection)
    .find(filter)
    .sort(sort)
    .explain('queryPlanner')) as { queryPlanner: { winningPlan: Stage } };
  return stagesOf(queryPlanner.winningPlan);
}

test('no route makes the database read a whole collection that grows', { timeout: 300_000 }, async (context) => {
  context.skip(
    app.database.database.kind !== 'embedded',
    'plans are named as MongoDB names them, which the server may not',
  );
  const { slug } = await buildProgramme();
  const [administrator, coordinator] = [await buildUser(), await buildCoordinator(slug, 'ostad')];
  mongoose.set('debug', note);
  const answered = await callAll(slug, [administrator.token, coordinator.token]);
  mongoose.set('debug', false);
  expect(answered).toBeGreaterThan(Object.keys(calls).length / 2);
  expect(asked.size).toBeGreaterThan(40);
  const scanned: string[] = [];
  for (const one of asked.values()) {
    if (small.has(one.collection)) continue;
    if ((await stagesFor(one)).includes('COLLSCAN'))
      scanned.push(`${one.collection}.${one.method} ${JSON.stringify(one.filter)} ${JSON.stringify(one.sort)}`);
  }
  expect(scanned).toEqual([]);
});
