/** The questions of a form as rules of accessibility look at them: with their place, what they stand in and what stands before them. */
import { isJsonObject, type Json, listOf, withCurrentNames } from '../../json.ts';

export interface AskedElement {
  /** With current property names. */
  json: Json;
  type: string;
  path: string;
  /** The page and the panels around it, the innermost last. */
  around: readonly Json[];
  /** In the same group. */
  before: Json | undefined;
}
export interface AskedForm {
  json: Json;
  /** '' or a card's half. */
  path: string;
  languages: readonly string[];
  pages: readonly { json: Json; path: string }[];
  elements: readonly AskedElement[];
}

const step = (path: string, name: string) => (path === '' ? name : `${path}.${name}`);

function within(group: Json, path: string, around: readonly Json[]): AskedElement[] {
  const list = ['elements', 'questions', 'templateElements'].find((name) => Array.isArray(group[name])) ?? 'elements';
  const all = listOf(group[list]);
  return all.flatMap((each, at) => {
    if (!isJsonObject(each)) return [];
    const type = String(each.type);
    const json = withCurrentNames(type, each);
    const here = `${step(path, list)}[${at}]`;
    const before = all[at - 1];
    const own = { json, type, path: here, around, before: isJsonObject(before) ? before : undefined };
    return type === 'panel' ? within(each, here, [...around, json]) : [own, ...within(each, here, [...around, json])];
  });
}

export function askedForm(form: Json, path: string): AskedForm {
  const pages = listOf(form.pages).flatMap((page, at) =>
    isJsonObject(page) ? [{ json: withCurrentNames('page', page), path: `${step(path, 'pages')}[${at}]` }] : [],
  );
  const named = listOf(form.languages).filter((each) => typeof each === 'string');
  return {
    ...{ json: withCurrentNames('survey', form), path, pages },
    languages: named.length > 0 ? named : ['sv'],
    elements: pages.flatMap((page) => within(page.json, page.path, [page.json])),
  };
}
