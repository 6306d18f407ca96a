import { plainText, shownText } from './texts.ts';
import { elementOf, elementsOf, type Json, objectAt, type Place, pagesOf, textOf } from './tree.ts';

/** Where a problem is shown: what is wrong with a skip stands at the element that it stands after. */
export const elementAt = (definition: Json, path: string): Place => {
  const skip = /^(?:(halves\.\w+)\.)?skips\[\d+\]/.exec(path);
  if (!skip) return elementOf(path);
  const form = skip[1] ?? '';
  const name = objectAt(definition, skip[0])?.after;
  const all = [...elementsOf(definition, form), ...pagesOf(definition, form)];
  return all.find(({ element }) => element.name === name)?.place ?? form;
};

/** What stands there is called; empty for the survey as a whole. */
export const nameAt = (definition: Json, path: string, language: string): string => {
  const place = elementAt(definition, path);
  const element = place === '' ? undefined : objectAt(definition, place);
  if (!element) return '';
  const text = element.type === 'html' ? element.html : element.title;
  return plainText(shownText(text, language)) || textOf(element.name);
};
