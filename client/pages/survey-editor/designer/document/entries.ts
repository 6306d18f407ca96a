// Lists of entries with a code and a text: choices, columns, rows, fields of one question.
import { type Changed, setProperty } from './operations.ts';
import { changeAt, inside, isJson, type Json, listOf, type Place, readAt } from './tree.ts';

/** What an entry calls its code and its text. */
export interface Shape {
  code: 'value' | 'name';
  text: 'text' | 'title';
}
export const shapeOf = (list: string): Shape =>
  list === 'items' ? { code: 'name', text: 'title' } : { code: 'value', text: 'text' };

/** A plain `"yes"` is the code alone. */
export const entryAt = (entry: unknown, { code }: Shape): Json => (isJson(entry) ? entry : { [code]: entry });
export const codeOf = (entry: unknown, shape: Shape): string => String(entryAt(entry, shape)[shape.code] ?? '');

const changeList = (
  definition: Json,
  place: Place,
  list: string,
  change: (entries: readonly unknown[]) => readonly unknown[],
): Changed => ({
  definition: changeAt(definition, inside(place, list), (entries) => change(listOf(entries))),
  place,
});

export const changeEntry = (
  definition: Json,
  place: Place,
  list: string,
  at: number,
  property: string,
  value: unknown,
): Changed => {
  const shape = shapeOf(list);
  const entry = `${inside(place, list)}[${at}]`;
  const whole = changeAt(definition, entry, (each) => entryAt(each, shape));
  return { ...setProperty(whole, entry, property, value), place };
};

export const insertEntries = (
  definition: Json,
  place: Place,
  list: string,
  at: number,
  entries: readonly Json[],
): Changed => changeList(definition, place, list, (all) => all.toSpliced(at, 0, ...entries));

/** What is said of its code elsewhere in the question goes along. */
export const removeEntry = (definition: Json, place: Place, list: string, at: number): Changed => {
  const code = codeOf(readAt(definition, `${inside(place, list)}[${at}]`), shapeOf(list));
  const { definition: next } = changeList(definition, place, list, (all) => all.toSpliced(at, 1));
  return { definition: withoutGuide(next, place, code), place };
};

export const moveEntry = (
  definition: Json,
  place: Place,
  list: string,
  at: number,
  step: -1 | 1,
): Changed | undefined => {
  const entries = listOf(readAt(definition, inside(place, list)));
  const to = at + step;
  if (to < 0 || to >= entries.length) return undefined;
  return changeList(definition, place, list, (all) => all.toSpliced(at, 1).toSpliced(to, 0, all[at]));
};

/** A number stays one where the others are numbers. */
export const renameEntry = (definition: Json, place: Place, list: string, at: number, typed: string): Changed => {
  const shape = shapeOf(list);
  const old = entryAt(readAt(definition, `${inside(place, list)}[${at}]`), shape)[shape.code];
  const code = typeof old === 'number' && /^-?\d+(\.\d+)?$/.test(typed) ? Number(typed) : typed;
  const { definition: renamed } = changeEntry(definition, place, list, at, shape.code, code);
  const moved = guides.reduce((whole, guide) => {
    const texts = readAt(whole, inside(place, guide));
    if (!isJson(texts) || !Object.hasOwn(texts, String(old))) return whole;
    const entries = Object.entries(texts).map(([name, value]) => [name === String(old) ? typed : name, value]);
    return changeAt(whole, inside(place, guide), () => Object.fromEntries(entries));
  }, renamed);
  return { definition: moved, place };
};

const guides = ['explanations', 'faces'] as const;
const withoutGuide = (definition: Json, place: Place, code: string): Json =>
  guides.reduce((whole, guide) => setGuide(whole, place, guide, code, undefined).definition, definition);

/** What a value means, or its face; the property goes with its last entry. */
export const setGuide = (
  definition: Json,
  place: Place,
  guide: (typeof guides)[number],
  code: string,
  value: unknown,
): Changed => {
  const texts = readAt(definition, inside(place, guide));
  const before = isJson(texts) ? texts : {};
  if (value === undefined && !Object.hasOwn(before, code)) return { definition, place };
  const next = Object.fromEntries(
    [...Object.entries(before).filter(([name]) => name !== code || value !== undefined), [code, value] as const].filter(
      ([, each]) => each !== undefined,
    ),
  );
  return setProperty(definition, place, guide, Object.keys(next).length > 0 ? next : undefined);
};
