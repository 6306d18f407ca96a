// What differs between two questions: text by text, code by code.
import { contentOf, isJson, type Json } from './question.ts';

export interface Change {
  /** `['choices', 'well']`, `['explanations', '3']`, `['title']` */
  path: string[];
  /** Of a text; undefined for what is no text in languages. */
  language: string | undefined;
  before: string | undefined;
  after: string | undefined;
}
type Leaf = Pick<Change, 'path' | 'language'> & { text: string };

const isTexts = (value: unknown): value is Readonly<Record<string, string>> =>
  isJson(value) &&
  ('sv' in value || 'en' in value || 'default' in value) &&
  Object.values(value).every((text) => typeof text === 'string');
const codeOf = (entry: unknown): string => {
  const code = isJson(entry) ? (entry.value ?? entry.name ?? entry.type) : entry;
  return typeof code === 'string' || typeof code === 'number' ? String(code) : JSON.stringify(code);
};

const leavesOf = (value: unknown, path: string[]): Leaf[] => {
  if (isTexts(value)) return Object.entries(value).map(([language, text]) => ({ path, language, text }));
  if (Array.isArray(value)) {
    const codes = { path, language: undefined, text: value.map(codeOf).join(', ') };
    return [codes, ...value.flatMap((each) => (isJson(each) ? entryLeaves(each, [...path, codeOf(each)]) : []))];
  }
  if (isJson(value)) return Object.entries(value).flatMap(([name, each]) => leavesOf(each, [...path, name]));
  return [{ path, language: undefined, text: String(value) }];
};
/** An entry's code is said with its list; its text is what the entry is. */
const entryLeaves = (entry: Json, path: string[]): Leaf[] =>
  Object.entries(entry).flatMap(([name, value]) => {
    if (name === 'value' || name === 'name') return [];
    return leavesOf(value, name === 'text' || name === 'title' ? path : [...path, name]);
  });

const keyed = (question: Json) =>
  new Map(leavesOf(contentOf(question), []).map((leaf) => [JSON.stringify([leaf.path, leaf.language]), leaf]));

/** In the order of the newer one; what it no longer has comes last. */
export const changesBetween = (before: Json, after: Json): Change[] => {
  const [old, fresh] = [keyed(before), keyed(after)];
  return [...new Set([...fresh.keys(), ...old.keys()])].flatMap((key) => {
    const [was, is] = [old.get(key), fresh.get(key)];
    const { path, language } = is ?? was ?? { path: [], language: undefined };
    return was?.text === is?.text ? [] : [{ path, language, before: was?.text, after: is?.text }];
  });
};

/** As the server compares versions: Swedish wording, type, codes and their wording, the ends of a scale, rows, limits, the form asked for. */
const bearing = new Set([
  ...['type', 'inputType', 'multiSelect', 'title', 'choices', 'rateValues', 'columns', 'rows', 'items', 'background'],
  ...['minRateDescription', 'maxRateDescription', 'minPanelCount', 'maxPanelCount'],
  ...['rateMin', 'rateMax', 'rateStep', 'min', 'max', 'valueTrue', 'valueFalse', 'labelTrue', 'labelFalse'],
  ...['showNoneItem', 'showOtherItem', 'showDontKnowItem', 'showRefuseItem'],
  ...['noneText', 'otherText', 'dontKnowText', 'refuseText', 'maskType', 'maskSettings'],
]);
/** How a number is set apart on the screen is no part of what it is. */
const looks = new Set(['decimalSeparator', 'thousandsSeparator']);
export const changesMeaning = ({ path, language }: Change): boolean =>
  bearing.has(path[0] ?? '') &&
  !(path[0] === 'maskSettings' && looks.has(path[1] ?? '')) &&
  (language === undefined || language === 'sv' || language === 'default');
