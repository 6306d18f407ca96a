// What a designer can do to a definition. Each gives a new one, and where the changed element stands in it.
import { freeName, named, withNewNames } from './names.ts';
import { rescoped } from './scopes.ts';
import {
  changeAt,
  elementsIn,
  elementsName,
  elementsOf,
  elementsPlace,
  entryOf,
  formOf,
  groupOf,
  inside,
  isGroup,
  isJson,
  isWithin,
  type Json,
  listOf,
  objectAt,
  type Place,
  pagesOf,
  placeOf,
  readAt,
  repeatingAround,
  segmentsOf,
} from './tree.ts';

export interface Changed {
  definition: Json;
  place: Place;
}

const insertedAt = (definition: Json, list: Place, at: number, entry: unknown): Json =>
  changeAt(definition, list, (entries) => listOf(entries).toSpliced(at, 0, entry));
const without = (definition: Json, place: Place): Json => {
  const { list, at } = entryOf(place);
  return changeAt(definition, list, (entries) => listOf(entries).toSpliced(at, 1));
};

/** @param at the position in the group; at its end when absent */
export const insertElement = (definition: Json, group: Place, element: Json, at?: number): Changed => {
  const list = elementsPlace(definition, group);
  const position = at ?? listOf(readAt(definition, list)).length;
  const fresh = withNewNames(definition, formOf(group), element);
  return { definition: insertedAt(definition, list, position, fresh), place: `${list}[${position}]` };
};

export const addPage = (definition: Json, form: Place, at?: number): Changed => {
  const list = inside(form, 'pages');
  const position = at ?? listOf(readAt(definition, list)).length;
  const page = { name: freeName(definition, form, 'page'), elements: [] };
  return { definition: insertedAt(definition, list, position, page), place: `${list}[${position}]` };
};

/** A question, a panel or a page with all that it holds. */
export const remove = (definition: Json, place: Place): Changed => ({
  definition: without(definition, place),
  place: groupOf(place),
});

/**
 * Stands after the original; everything in it has a name of its own, and the copy's conditions mean the copy's questions. What was
 * said of how a question compares is about the original alone.
 */
export const duplicate = (definition: Json, place: Place): Changed => {
  const { list, at } = entryOf(place);
  const copy = withNewNames(definition, formOf(place), undeclared(objectAt(definition, place) ?? {}));
  return { definition: insertedAt(definition, list, at + 1, copy), place: `${list}[${at + 1}]` };
};

const undeclared = (element: Json): Json => {
  const { comparableWith: _, ...rest } = element;
  const list = elementsName(rest);
  if (!(list in rest)) return rest;
  return { ...rest, [list]: listOf(rest[list]).map((each) => (isJson(each) ? undeclared(each) : each)) };
};

/** Where `place` is after the entry at `gone` was taken out. */
const afterRemoval = (place: Place, gone: Place): Place => {
  const { list, at } = entryOf(gone);
  if (!isWithin(place, list) || place === list) return place;
  const [depth, segments] = [segmentsOf(list).length, segmentsOf(place)];
  const position = segments[depth];
  if (typeof position !== 'number' || position <= at) return place;
  return placeOf(segments.with(depth, position - 1));
};

/**
 * @param list of the elements or pages where it shall stand
 * @param at its position among those that stand there now
 * @returns undefined when it would stand within itself, or where it stands already
 */
export const moveTo = (definition: Json, from: Place, list: Place, at: number): Changed | undefined => {
  const source = entryOf(from);
  if (isWithin(list, from) || formOf(list) !== formOf(from)) return undefined;
  if (source.list === list && (at === source.at || at === source.at + 1)) return undefined;
  const moved = readAt(definition, from);
  const target = afterRemoval(list, from);
  const position = source.list === list && at > source.at ? at - 1 : at;
  const [before, after] = [repeatingAround(definition, from), repeatingAround(definition, `${list}[0]`)];
  if (after !== undefined && repeatsWithin(moved)) return undefined;
  const next = insertedAt(without(definition, from), target, position, moved);
  const place = `${target}[${position}]`;
  return { definition: before === after ? next : rescoped(next, formOf(from)), place };
};

/** One repeating panel does not stand in another. */
const repeatsWithin = (element: unknown): boolean =>
  isJson(element) && (element.type === 'paneldynamic' || elementsIn(element).some(repeatsWithin));

/** Pages and groups of the form, in order, where a question or group can go and does not stand already. */
export const targetsOf = (definition: Json, place: Place): Place[] => {
  const repeats = repeatsWithin(readAt(definition, place));
  const isTarget = (target: Place) =>
    target !== groupOf(place) &&
    !isWithin(target, place) &&
    !(repeats && repeatingAround(definition, `${target}.elements[0]`) !== undefined);
  const groups = elementsOf(definition, formOf(place)).filter(({ element }) => isGroup(element));
  return pagesOf(definition, formOf(place)).flatMap(({ place: page }) =>
    [page, ...groups.flatMap(({ place: group }) => (isWithin(group, page) ? [group] : []))].filter(isTarget),
  );
};

/** At the end of a page or group. */
export const moveInto = (definition: Json, place: Place, group: Place): Changed | undefined => {
  const list = elementsPlace(definition, group);
  return moveTo(definition, place, list, listOf(readAt(definition, list)).length);
};

/**
 * One step up or down: past its neighbour, and at the edge of a page over to the next one.
 * Out of a panel it comes to stand before or after the panel.
 */
export const moveBy = (definition: Json, place: Place, step: -1 | 1): Changed | undefined => {
  const { list, at } = entryOf(place);
  const beyond = at + step;
  const length = listOf(readAt(definition, list)).length;
  if (beyond >= 0 && beyond < length) return moveTo(definition, place, list, step < 0 ? beyond : beyond + 1);
  const group = groupOf(place);
  if (group === formOf(place)) return undefined;
  const around = entryOf(group);
  if (around.list !== inside(formOf(place), 'pages'))
    return moveTo(definition, place, around.list, around.at + (step > 0 ? 1 : 0));
  const neighbour = `${around.list}[${around.at + step}]`;
  if (!objectAt(definition, neighbour)) return undefined;
  const other = elementsPlace(definition, neighbour);
  return moveTo(definition, place, other, step > 0 ? 0 : listOf(readAt(definition, other)).length);
};

/** A property that becomes undefined is taken away. */
export const setProperty = (definition: Json, place: Place, name: string, value: unknown): Changed => ({
  definition: changeAt(definition, inside(place, name), () => value),
  place,
});

const withSkipsRenamed = (definition: Json, form: Place, before: unknown, name: string): Json => {
  const list = inside(form, 'skips');
  const follow = (skip: unknown) => {
    if (!isJson(skip) || (skip.after !== before && skip.to !== before)) return skip;
    return { ...skip, ...(skip.after === before && { after: name }), ...(skip.to === before && { to: name }) };
  };
  return readAt(definition, list) === undefined
    ? definition
    : changeAt(definition, list, (skips) => listOf(skips).map(follow));
};

/** Every condition and text that names the question names it so from now on. */
export const rename = (definition: Json, place: Place, name: string): Changed => {
  const before = objectAt(definition, place)?.name;
  const form = formOf(place);
  const follow = (whole: Json) =>
    typeof before === 'string' && before !== '' ? named(whole, new Map([[before, name]])) : whole;
  const renamed = changeAt(definition, inside(place, 'name'), () => name);
  const followed = form === '' ? follow(renamed) : changeAt(renamed, form, (half) => follow(half as Json));
  return { definition: withSkipsRenamed(followed, form, before, name), place };
};
