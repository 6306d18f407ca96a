// Names of questions, and the expressions and texts that name them.
import { elementsOf, isJson, type Json, objectAt, type Place, pagesOf } from './tree.ts';

const namePattern = /^[A-Za-z][A-Za-z0-9_]{0,63}$/;
export const isName = (name: string): boolean => namePattern.test(name);

/** In lower case: SurveyJS tells names apart by more than that. */
export const namesIn = (definition: Json, form: Place): Set<string> =>
  new Set(
    [...pagesOf(definition, form), ...elementsOf(definition, form)].map(({ element }) =>
      String(element.name ?? '').toLowerCase(),
    ),
  );

const free = (taken: ReadonlySet<string>, wanted: string): string => {
  if (!taken.has(wanted.toLowerCase())) return wanted;
  const stem = wanted.replace(/\d+$/, '').slice(0, 60) || 'question';
  for (let number = 2; ; number++) if (!taken.has(`${stem}${number}`.toLowerCase())) return `${stem}${number}`;
};
export const freeName = (definition: Json, form: Place, wanted: string): string =>
  free(namesIn(definition, form), wanted);

/** Properties that hold an expression; anything else that ends so is one too in survey-core. */
export const isExpression = (property: string) => /(If|[eE]xpression)$/.test(property);
/** `{name}`, and `{panel.name}` in a repeating panel. */
const mention = /\{\s*(panel\.)?([A-Za-z][A-Za-z0-9_]*)((?:-Comment|[.[][^}]*)?)\s*\}/g;
const inText = (text: string, names: ReadonlyMap<string, string>) =>
  text.replace(mention, (whole, panel: string | undefined, name: string, rest: string) => {
    const next = names.get(name);
    return next === undefined ? whole : `{${panel ?? ''}${next}${rest}}`;
  });
const isText = (value: unknown): value is Json =>
  isJson(value) && Object.values(value).every((each) => typeof each === 'string');

/** Expressions, and the {places} in texts; codes, names and what else is a plain value stay as they are. */
const namedValue = (property: string, value: unknown, names: ReadonlyMap<string, string>): unknown => {
  if (typeof value === 'string') return isExpression(property) || value.includes('{') ? inText(value, names) : value;
  if (Array.isArray(value)) {
    const list = value.map((each) => (isJson(each) ? named(each, names) : each));
    return list.some((each, at) => each !== value[at]) ? list : value;
  }
  return isJson(value) ? (isText(value) ? namedTexts(value, names) : named(value, names)) : value;
};
const namedTexts = (texts: Json, names: ReadonlyMap<string, string>): Json =>
  replaced(texts, (_, text) => inText(String(text), names));
const replaced = (object: Json, change: (name: string, value: unknown) => unknown): Json => {
  const entries = Object.entries(object).map(([name, value]) => [name, change(name, value)] as const);
  return entries.some(([name, value]) => value !== object[name]) ? Object.fromEntries(entries) : object;
};

/** `{old}`, `{old.row}`, `{old-Comment}` of each old name as the new one, wherever an expression or a text holds it. */
export const named = (node: Json, names: ReadonlyMap<string, string>): Json =>
  replaced(node, (property, value) => (property === 'name' ? value : namedValue(property, value, names)));

const mapNames = (element: Json, change: (name: string) => string): Json => {
  const next = typeof element.name === 'string' ? { ...element, name: change(element.name) } : element;
  return replaced(next, (property, value) =>
    ['elements', 'questions', 'templateElements'].includes(property) && Array.isArray(value)
      ? value.map((each) => (isJson(each) ? mapNames(each, change) : each))
      : value,
  );
};

/** The element and all within it by names that are free in the form; what refers to one of them within it goes along. */
export const withNewNames = (definition: Json, form: Place, element: Json): Json => {
  const taken = objectAt(definition, form) === undefined ? new Set<string>() : namesIn(definition, form);
  const given = new Map<string, string>();
  const renamed = mapNames(element, (name) => {
    const fresh = free(taken, name);
    taken.add(fresh.toLowerCase());
    given.set(name, fresh);
    return fresh;
  });
  const moved = [...given].some(([before, after]) => before !== after);
  return moved ? named(renamed, given) : renamed;
};
