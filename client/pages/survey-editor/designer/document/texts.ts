// Texts in several languages, as survey files write them.
import { isJson, textOf } from './tree.ts';

/** A plain text is the Swedish one, shown the same in every language. */
export const textIn = (value: unknown, language: string): string => {
  if (typeof value === 'string') return language === 'sv' ? value : '';
  if (!isJson(value)) return '';
  return textOf(value[language]) || (language === 'sv' ? textOf(value.default) : '');
};

/** In the language, else in Swedish, else in any. */
export const shownText = (value: unknown, language: string): string => {
  const found = textIn(value, language) || textIn(value, 'sv');
  if (found || !isJson(value)) return found;
  return Object.values(value).map(textOf).find(Boolean) ?? '';
};

/** @returns undefined when no language has a text left */
export const withText = (value: unknown, language: string, text: string): unknown => {
  const before = typeof value === 'string' ? { sv: value } : isJson(value) ? value : {};
  const next = { ...before, [language]: text };
  if (text !== '') return next;
  const { [language]: _gone, ...others } = next;
  return Object.keys(others).length > 0 ? others : undefined;
};

export const missingIn = (value: unknown, languages: readonly string[]): string[] =>
  languages.filter((language) => textIn(value, language).trim() === '');

/** Of a text that may hold HTML: what is read. */
export const plainText = (html: string): string =>
  html
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
