import {
  type ItemVersion as ItemVersionShape,
  item,
  itemChange,
  itemCheck,
  itemJudgement,
  itemList,
  newItem,
} from '../../contract/item.ts';
import { checkItem, hasErrors } from '../../domain/surveys/items/check.ts';
import { compareItems } from '../../domain/surveys/items/item.ts';
import type { Json } from '../../domain/surveys/json.ts';
import { notValid, problem } from '../../problems.ts';
import { type ItemVersion, insertItemVersion, listItems, listItemVersions } from '../../store/items.ts';
import { created, ok, route } from '../define/route.ts';
import { checkOwner, getOwner, ownerQuery } from '../surveys/owner.ts';
import { countUses, findUses, type Uses } from './uses.ts';

const access = ['administrator'] as const;

function presentVersion({ name: _, programme: __, ...version }: ItemVersion): ItemVersionShape {
  return { ...version, question: { ...version.question } };
}
const summaryOf = (latest: ItemVersion, uses: Uses) => ({
  ...presentVersion(latest),
  ...{ name: latest.name, programme: latest.programme, used: countUses(uses.get(latest.name) ?? []) },
});

/** @throws Problem 404 */
async function getLatest(name: string): Promise<{ versions: ItemVersion[]; latest: ItemVersion }> {
  const versions = await listItemVersions(name);
  const latest = versions.at(-1);
  return latest ? { versions, latest } : problem('not-found', 'there is no such item');
}

async function presentItem(name: string) {
  const [{ versions, latest }, uses] = await Promise.all([getLatest(name), findUses()]);
  const own = uses.get(name) ?? [];
  return { ...summaryOf(latest, uses), versions: versions.map(presentVersion), uses: own };
}

/** @throws Problem 422 with every error and its path in the question */
function refuseErrors(question: Json): void {
  const errors = checkItem(question)
    .filter(({ severity }) => severity === 'error')
    .map(({ path, code, message }) => ({ field: path, code, detail: message }));
  if (errors[0]) problem('survey-not-valid', `${errors[0].field}: ${errors[0].detail}`, { errors });
}

function refuseOtherName(latest: ItemVersion, question: Json): void {
  const { name } = latest.question;
  if (question.name !== name)
    notValid('question.name', 'other-name', `answers are stored under "${String(name)}": keep the name`);
}

export const itemRoutes = () => [
  route({
    method: 'get',
    path: '/items',
    summary:
      "The bank of questions, each in its latest version; with `programme` the programme's own beside those for all",
    access,
    query: ownerQuery,
    reply: { 200: itemList },
    handler: async ({ query, viewer }) => {
      const programme = await getOwner(viewer, query.programme);
      const [items, uses] = await Promise.all([listItems(programme), findUses()]);
      return ok({ items: items.map((each) => summaryOf(each, uses)) });
    },
  }),
  route({
    method: 'post',
    path: '/items',
    summary: 'Put a question into the bank',
    access,
    size: 'large',
    body: newItem,
    reply: { 201: item },
    handler: async ({ body, viewer }) => {
      await checkOwner(body.programme);
      refuseErrors(body.question);
      const made = { ...body, version: 1, note: '', comparison: null };
      const isNew = await insertItemVersion({ ...made, at: new Date().toISOString(), by: viewer.name });
      if (!isNew) return problem('already-exists', `name: there is an item "${body.name}"`);
      return created(await presentItem(body.name));
    },
  }),
  route({
    method: 'post',
    path: '/items/check',
    summary: 'What is wrong with a question, and how it compares with the latest version of an item, without saving it',
    access,
    size: 'large',
    body: itemCheck,
    reply: { 200: itemJudgement },
    handler: async ({ body: { name, question } }) => {
      const problems = checkItem(question);
      const latest = name === undefined ? undefined : (await getLatest(name)).latest;
      const comparison = latest && !hasErrors(problems) ? compareItems(latest.question, question) : null;
      return ok({ problems, comparison });
    },
  }),
  route({
    method: 'get',
    path: '/items/:name',
    summary: 'A question of the bank with its history and where it is used',
    access,
    reply: { 200: item },
    handler: async ({ params }) => ok(await presentItem(params.name)),
  }),
  route({
    method: 'post',
    path: '/items/:name/versions',
    summary: 'A new version of a question: the earlier ones stay, and drafts that use it are offered it',
    access,
    size: 'large',
    body: itemChange,
    reply: { 201: item },
    handler: async ({ params: { name }, body, viewer }) => {
      const { latest } = await getLatest(name);
      const { revision, declared, ...next } = body;
      const stale = () => problem('stale-revision', `revision: the item has version ${latest.version}; load it again`);
      if (revision !== latest.version) return stale();
      refuseErrors(next.question);
      refuseOtherName(latest, next.question);
      const comparison = compareItems(latest.question, next.question, declared);
      if (declared?.comparable && comparison.status === 'notComparable')
        return notValid('declared', 'other-kind', 'answers of another kind cannot be counted together; leave it out');
      const isSameHead = next.theme === latest.theme && JSON.stringify(next.source) === JSON.stringify(latest.source);
      if (comparison.status === 'unchanged' && isSameHead)
        return notValid('question', 'nothing-changed', 'nothing is changed since the version before');
      const { programme } = latest;
      const made = { ...next, name, programme, comparison, version: revision + 1, by: viewer.name };
      if (!(await insertItemVersion({ ...made, at: new Date().toISOString() }))) return stale();
      return created(await presentItem(name));
    },
  }),
];
