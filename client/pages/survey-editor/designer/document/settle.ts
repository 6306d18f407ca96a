// A conflict decided: mine or theirs goes where it belongs in what was put together.
import { type Conflict, keyOf, type Step } from './merge.ts';
import { remove } from './operations.ts';
import { changeAt, elementsOf, isJson, type Json, listOf, type Place, pagesOf } from './tree.ts';

const placeOfName = (definition: Json, { form, name }: Conflict): Place | undefined => {
  if (name === '') return form;
  const all = [...elementsOf(definition, form), ...pagesOf(definition, form)];
  return all.find(({ element }) => element.name === name)?.place;
};

export const put = (node: unknown, [step, ...rest]: readonly Step[], value: unknown): unknown => {
  if (step === undefined) return value;
  if (typeof step === 'string') {
    const { [step]: before, ...others } = isJson(node) ? node : {};
    const next = put(before, rest, value);
    if (next === undefined) return others;
    return isJson(node) && step in node ? { ...node, [step]: next } : { ...others, [step]: next };
  }
  const list = listOf(node);
  const at = list.findIndex((each) => keyOf(each) === step.entry);
  const next = put(at < 0 ? undefined : list[at], rest, value);
  if (at < 0) return next === undefined ? list : [...list, next];
  return next === undefined ? list.toSpliced(at, 1) : list.with(at, next);
};

export const settle = (definition: Json, conflict: Conflict, side: 'mine' | 'theirs'): Json => {
  const place = placeOfName(definition, conflict);
  const value = conflict[side];
  if (place === undefined) return definition;
  if (conflict.path.length === 0) return value === undefined ? remove(definition, place).definition : definition;
  return changeAt(definition, place, (element) => put(element, conflict.path, value));
};
