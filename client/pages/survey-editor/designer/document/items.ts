// Questions that come from the bank: the whole of it stands in the survey, beside a reference that says which version it is.
import type { ItemSummary } from '../../../../api/items.ts';
import { changesBetween } from '../../../../components/item/changes.ts';
import { contentOf, localOf, type Reference, referenceOf } from '../../../../components/item/question.ts';
import { named } from './names.ts';
import { type Changed, insertElement, setProperty } from './operations.ts';
import { changeAt, formPlaces, isJson, type Json, objectAt, type Place, questionsOf, textOf } from './tree.ts';

export type Banked = Pick<ItemSummary, 'name' | 'version' | 'question'>;

/** What refers to the question within itself (a check of its answer) names it as the survey does. */
const contentAs = (item: Banked, name: string): Json => {
  const own = textOf(item.question.name);
  const content = contentOf(item.question);
  return own === name || own === '' ? content : named(content, new Map([[own, name]]));
};

export const insertItem = (definition: Json, group: Place, item: Banked, at?: number): Changed =>
  insertElement(definition, group, { ...item.question, item: { name: item.name, version: item.version } }, at);

/** The item's content as it is now. Its name here, its place, and whether and when it is asked stay. */
export const takeOver = (definition: Json, place: Place, item: Banked): Changed => {
  const element = objectAt(definition, place) ?? {};
  const { type, ...content } = contentAs(item, textOf(element.name));
  const reference = { name: item.name, version: item.version };
  const next = { type, name: element.name, ...content, ...localOf(element), item: reference };
  return { definition: changeAt(definition, place, () => next), place };
};

export const refer = (definition: Json, place: Place, { name, version }: Banked): Changed =>
  setProperty(definition, place, 'item', { name, version });
export const letGo = (definition: Json, place: Place): Changed => setProperty(definition, place, 'item', undefined);
/** The version is not proposed here again. */
export const keepOld = (definition: Json, place: Place, version: number): Changed => {
  const item = objectAt(definition, place)?.item;
  return setProperty(definition, place, 'item', { ...(isJson(item) ? item : {}), kept: version });
};

export const differencesFrom = (item: Banked, element: Json) =>
  changesBetween(contentAs(item, textOf(element.name)), element);

/** Whether the item's latest version is newer than the one here and was not declined. */
export const isProposed = ({ version, kept }: Reference, latest: number): boolean =>
  latest > version && (kept === undefined || latest > kept);

export interface Proposal {
  place: Place;
  element: Json;
  from: number;
  item: ItemSummary;
}
export const proposalsIn = (definition: Json, items: ReadonlyMap<string, ItemSummary>): Proposal[] =>
  formPlaces(definition).flatMap((form) =>
    questionsOf(definition, form).flatMap(({ element, place }) => {
      const reference = referenceOf(element);
      const item = reference && items.get(reference.name);
      return item && isProposed(reference, item.version) ? [{ place, element, from: reference.version, item }] : [];
    }),
  );
export const takeOverAll = (definition: Json, proposals: readonly Proposal[]): Changed | undefined => {
  const [first] = proposals;
  if (!first) return undefined;
  const whole = proposals.reduce((so, { place, item }) => takeOver(so, place, item).definition, definition);
  return { definition: whole, place: first.place };
};

const sorted = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(sorted);
  if (!isJson(value)) return value;
  const names = Object.keys(value).toSorted();
  return Object.fromEntries(names.map((name) => [name, sorted(value[name])]));
};
/** The same for the same content, whatever the order of its properties; an element that is not touched is read once. */
const prints = new WeakMap<Json, string>();
const printOf = (question: Json): string => {
  const known = prints.get(question);
  if (known !== undefined) return known;
  const print = JSON.stringify(sorted(contentOf(question)));
  prints.set(question, print);
  return print;
};

export interface Linkable {
  place: Place;
  item: Banked;
}
/** Names of questions that do not say that they are from the bank. */
export const unlinkedIn = (definition: Json): Set<string> =>
  new Set(
    formPlaces(definition).flatMap((form) =>
      questionsOf(definition, form).flatMap(({ element }) =>
        element.item === undefined ? [textOf(element.name)] : [],
      ),
    ),
  );
/** Questions that are word for word a version of an item, without saying so. @param items of two alike the later one is meant */
export const linkableIn = (definition: Json, items: Iterable<Banked>): Linkable[] => {
  const byPrint = new Map([...items].map((item) => [printOf(item.question), item]));
  return formPlaces(definition).flatMap((form) =>
    questionsOf(definition, form).flatMap(({ element, place }) => {
      const item = element.item === undefined ? byPrint.get(printOf(element)) : undefined;
      return item ? [{ place, item }] : [];
    }),
  );
};
export const linkAll = (definition: Json, linkable: readonly Linkable[]): Changed | undefined => {
  const [first] = linkable;
  if (!first) return undefined;
  const whole = linkable.reduce((so, { place, item }) => refer(so, place, item).definition, definition);
  return { definition: whole, place: first.place };
};
