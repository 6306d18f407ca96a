// Two people changed one survey at once: what each did is put together, question by question. Where both changed the same
// thing in different ways, that one thing is a conflict, and everything else is not.
import { mergedOrder } from './order.ts';
import { elementsName, formPlaces, isGroup, isJson, type Json, listOf, objectAt, type Place, putAt } from './tree.ts';

/** A property, or the entry of a list with that code. */
export type Step = string | { entry: string };
export interface Conflict {
  /** The form it is in: '' or a half of a card. */
  form: Place;
  /** Name of the question, panel or page; '' for the survey's own texts. */
  name: string;
  /** Below it; empty when one removed what the other changed. */
  path: Step[];
  /** undefined: removed */
  mine: unknown;
  theirs: unknown;
}
export interface Merged {
  definition: Json;
  conflicts: Conflict[];
}
type Report = (path: Step[], mine: unknown, theirs: unknown) => void;

export const same = (one: unknown, other: unknown): boolean => {
  if (one === other) return true;
  if (Array.isArray(one) && Array.isArray(other))
    return one.length === other.length && one.every((each, at) => same(each, other[at]));
  if (!isJson(one) || !isJson(other)) return false;
  const names = Object.keys(one);
  return (
    names.length === Object.keys(other).length &&
    names.every((name) => Object.hasOwn(other, name) && same(one[name], other[name]))
  );
};

/** Each is one thing: half of each would name a version of an item that nobody took, or a reason that nobody gave for it. */
const wholes: readonly unknown[] = ['item', 'comparableWith'];

export const keyOf = (entry: unknown): string | undefined => {
  const key = isJson(entry) ? (entry.value ?? entry.name ?? entry.type) : entry;
  return typeof key === 'string' || typeof key === 'number' ? String(key) : undefined;
};
/** Entries by their codes; undefined for a list that has none, or one twice. */
const keyed = (list: unknown): Map<string, unknown> | undefined => {
  if (!Array.isArray(list)) return undefined;
  const entries = new Map(list.map((entry) => [keyOf(entry), entry] as const));
  return entries.has(undefined) || entries.size < list.length ? undefined : (entries as Map<string, unknown>);
};

const mergeValue = (base: unknown, mine: unknown, theirs: unknown, path: Step[], report: Report): unknown => {
  if (same(mine, theirs) || same(theirs, base)) return mine;
  if (same(mine, base)) return theirs;
  if (wholes.includes(path.at(-1))) {
    report(path, mine, theirs);
    return mine ?? theirs;
  }
  if (isJson(mine) && isJson(theirs)) return mergeObject(isJson(base) ? base : {}, mine, theirs, path, report);
  const [before, ours, others] = [keyed(base ?? []), keyed(mine), keyed(theirs)];
  if (before && ours && others) return mergeEntries(before, ours, others, path, report);
  report(path, mine, theirs);
  return mine ?? theirs;
};

const mergeObject = (base: Json, mine: Json, theirs: Json, path: Step[], report: Report): Json => {
  const names = [...new Set([...Object.keys(mine), ...Object.keys(theirs)])];
  const merged = names.map((name) => [name, mergeValue(base[name], mine[name], theirs[name], [...path, name], report)]);
  return Object.fromEntries(merged.filter(([, value]) => value !== undefined));
};

type Entries = ReadonlyMap<string, unknown>;
const mergeEntries = (base: Entries, mine: Entries, theirs: Entries, path: Step[], report: Report): unknown[] => {
  const merged = new Map<string, unknown>();
  for (const key of new Set([...mine.keys(), ...theirs.keys()])) {
    const value = mergeValue(base.get(key), mine.get(key), theirs.get(key), [...path, { entry: key }], report);
    if (value !== undefined) merged.set(key, value);
  }
  const order = mergedOrder([...base.keys()], [...mine.keys()], [...theirs.keys()], (key) => merged.has(key));
  return order.map((key) => merged.get(key));
};

/** A form taken apart: each page, panel and question without what it holds, and who holds whom in which order. */
interface Parts {
  own: Map<string, Json>;
  children: Map<string, string[]>;
  parents: Map<string, string>;
}
const held = 'held elsewhere';
/** A page may be called as one of its questions is. */
const pageKey = 'page ';
const partsOf = (form: Json): Parts | undefined => {
  const parts: Parts = { own: new Map(), children: new Map(), parents: new Map() };
  const take = (group: Json, holder: string, list: string): boolean =>
    listOf(group[list]).every((element) => {
      if (!isJson(element) || typeof element.name !== 'string' || element.name === '') return false;
      const isPage = list === 'pages';
      const key = isPage ? pageKey + element.name : element.name;
      if (parts.own.has(key)) return false;
      const holds = isPage || isGroup(element);
      parts.own.set(key, holds ? { ...element, [elementsName(element)]: held } : element);
      parts.parents.set(key, holder);
      parts.children.set(holder, [...(parts.children.get(holder) ?? []), key]);
      return !holds || take(element, key, elementsName(element));
    });
  parts.own.set('', { ...form, pages: held });
  return take(form, '', 'pages') ? parts : undefined;
};

const nameOf = (key: string) => (key.startsWith(pageKey) ? key.slice(pageKey.length) : key);

const mergeForm = (base: Json, mine: Json, theirs: Json, form: Place, conflicts: Conflict[]): Json | undefined => {
  const all = [partsOf(base), partsOf(mine), partsOf(theirs)];
  const [before, ours, others] = all;
  if (!before || !ours || !others) return undefined;
  const own = new Map<string, Json>();
  for (const name of new Set([...ours.own.keys(), ...others.own.keys()])) {
    const report: Report = (path, one, other) =>
      conflicts.push({ form, name: nameOf(name), path, mine: one, theirs: other });
    const merged = mergeValue(before.own.get(name), ours.own.get(name), others.own.get(name), [], report);
    if (isJson(merged)) own.set(name, merged);
  }
  const parentOf = (name: string): string => {
    const [was, is, other] = all.map((parts) => parts?.parents.get(name));
    return (is !== undefined && is !== was ? is : (other ?? is)) ?? '';
  };
  // A group that one took away and the other put something into stays.
  for (const name of [...own.keys()]) {
    const parent = name === '' ? '' : parentOf(name);
    const kept = own.get(parent) ?? ours.own.get(parent) ?? others.own.get(parent);
    if (kept) own.set(parent, kept);
  }
  return rebuild(own, parentOf, all as Parts[]);
};

/** @returns undefined when two groups would stand in each other */
const rebuild = (
  own: Map<string, Json>,
  parentOf: (name: string) => string,
  [base, mine, theirs]: Parts[],
): Json | undefined => {
  let placed = 0;
  const build = (name: string): Json => {
    placed++;
    const element = own.get(name) ?? {};
    const list = name === '' ? 'pages' : elementsName(element);
    if (element[list] !== held) return element;
    const lists = [base, mine, theirs].map((parts) => parts?.children.get(name) ?? []);
    const [before = [], ours = [], others = []] = lists;
    const order = mergedOrder(before, ours, others, (child) => own.has(child) && parentOf(child) === name);
    return { ...element, [list]: order.map(build) };
  };
  const form = build('');
  return placed === own.size ? form : undefined;
};

/**
 * @param base what both began from
 * @returns with my side of every conflict, and with what only one of us removed; undefined when names stand twice or are missing, so that questions can't be told apart
 */
export const merge = (base: Json, mine: Json, theirs: Json): Merged | undefined => {
  const conflicts: Conflict[] = [];
  const places = formPlaces(mine);
  if (places.join() !== formPlaces(theirs).join() || places.join() !== formPlaces(base).join()) return undefined;
  const [first = ''] = places;
  if (first === '') {
    const definition = mergeForm(base, mine, theirs, '', conflicts);
    return definition && { definition, conflicts };
  }
  const report: Report = (path, one, other) => conflicts.push({ form: '', name: '', path, mine: one, theirs: other });
  const outside = (definition: Json) => ({ ...definition, halves: held });
  const head = mergeObject(outside(base), outside(mine), outside(theirs), [], report);
  let definition: Json = { ...head, halves: mine.halves };
  for (const place of places) {
    const half = mergeForm(
      objectAt(base, place) ?? {},
      objectAt(mine, place) ?? {},
      objectAt(theirs, place) ?? {},
      place,
      conflicts,
    );
    if (!half) return undefined;
    definition = putAt(definition, place, half);
  }
  return { definition, conflicts };
};
