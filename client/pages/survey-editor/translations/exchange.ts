// Texts that leave for a translator and come back: as a table that any spreadsheet opens, or as XLIFF 2.1.
import { parse } from 'csv-parse/browser/esm/sync';
import { type Localized, localizedIn, putLocalized } from '../designer/document/localized.ts';
import { textIn, withText } from '../designer/document/texts.ts';
import type { Json } from '../designer/document/tree.ts';

export interface Incoming {
  key: string;
  /** The original as it was when it left. */
  original: string;
  language: string;
  text: string;
}
/** What the reader of a file is told instead of a stack. */
export class UnreadableTexts extends Error {
  constructor(
    readonly reason: 'notTable' | 'noKey' | 'noLanguage' | 'notXliff' | 'noTarget',
    readonly at = '',
  ) {
    super(reason);
  }
}

/** Spreadsheets take a cell that begins so for a formula; the apostrophe makes it a text, and is taken away again. */
const risky = /^['=+\-@\t\r]/;
const cell = (text: string) => `"${(risky.test(text) ? `'${text}` : text).replace(/"/g, '""')}"`;
const uncell = (text: string) => (text.startsWith("'") && risky.test(text.slice(1)) ? text.slice(1) : text);

/** UTF-8 with BOM; key, original and the languages named. */
export const writeCsv = (definition: Json, languages: readonly string[]): string => {
  const rows = localizedIn(definition).map(({ key, value }) => [
    key,
    ...languages.map((language) => textIn(value, language)),
  ]);
  return `\ufeff${[['key', ...languages], ...rows].map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`;
};

/** @throws UnreadableTexts */
export const readCsv = (text: string): Incoming[] => {
  const plain = text.replace(/^\ufeff/, '');
  const [first = ''] = plain.split('\n', 1);
  const delimiter = first.split(';').length > first.split(',').length ? ';' : ',';
  let rows: string[][];
  try {
    rows = parse(plain, { delimiter, relax_column_count: true, skip_empty_lines: true });
  } catch {
    throw new UnreadableTexts('notTable');
  }
  const [head = [], ...body] = rows;
  const names = head.map((name) => name.trim());
  const at = names.indexOf('key');
  if (at < 0) throw new UnreadableTexts('noKey');
  const languages = names.flatMap((name, column) =>
    /^[a-z]{2,3}(-\w+)*$/.test(name) && name !== 'key' ? [{ name, column }] : [],
  );
  const [original, ...others] = languages;
  if (!original || others.length === 0) throw new UnreadableTexts('noLanguage');
  return body.flatMap((row) =>
    others.map(({ name, column }) => ({
      key: (row[at] ?? '').trim(),
      original: uncell(row[original.column] ?? ''),
      language: name,
      text: uncell(row[column] ?? ''),
    })),
  );
};

const escaped = (text: string) =>
  text
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: XML 1.0 has no place for them
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g, '');

/** XLIFF 2.1 (OASIS 2018): one file, from the original to one language. */
export const writeXliff = (
  definition: Json,
  name: string,
  original: string,
  language: string,
  isDone: boolean,
): string => {
  const unit = ({ key, value }: Localized) => {
    const [source, target] = [textIn(value, original), textIn(value, language)];
    const state = target === '' ? 'initial' : isDone ? 'final' : 'translated';
    return `      <unit id="${escaped(key)}"><segment state="${state}"><source>${escaped(source)}</source>${target === '' ? '' : `<target>${escaped(target)}</target>`}</segment></unit>`;
  };
  const units = localizedIn(definition)
    .filter(({ value }) => textIn(value, original) !== '')
    .map(unit);
  return `<?xml version="1.0" encoding="UTF-8"?>
<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.1" srcLang="${original}" trgLang="${language}">
  <file id="${escaped(name)}" xml:space="preserve">
${units.join('\n')}
  </file>
</xliff>
`;
};

/** @throws UnreadableTexts */
export const readXliff = (text: string): Incoming[] => {
  const read = new DOMParser().parseFromString(text, 'application/xml');
  const root = read.documentElement;
  if (read.querySelector('parsererror') || root.localName !== 'xliff') throw new UnreadableTexts('notXliff');
  const language = root.getAttribute('trgLang');
  if (!language) throw new UnreadableTexts('noTarget');
  return [...read.getElementsByTagNameNS('*', 'unit')].map((unit) => ({
    key: unit.getAttribute('id') ?? '',
    original: unit.getElementsByTagNameNS('*', 'source')[0]?.textContent ?? '',
    language,
    text: unit.getElementsByTagNameNS('*', 'target')[0]?.textContent ?? '',
  }));
};

export interface Import {
  /** The definition with the texts that are new. */
  definition: Json;
  changed: number;
  unknown: string[];
  /** Texts whose original was changed since they left. */
  outdated: string[];
}

/** Empty texts leave what is there; the original is never written over. */
export const takeIn = (definition: Json, original: string, incoming: readonly Incoming[]): Import => {
  const known = new Map(localizedIn(definition).map((each) => [each.key, each]));
  const unknown = new Set<string>();
  const outdated = new Set<string>();
  const values = new Map<string, unknown>();
  let changed = 0;
  for (const { key, language, text, original: left } of incoming) {
    const found = known.get(key);
    if (!found) {
      unknown.add(key);
      continue;
    }
    const value = values.has(key) ? values.get(key) : found.value;
    if (language === original || text.trim() === '' || textIn(value, language) === text) continue;
    if (textIn(found.value, original) !== left) outdated.add(key);
    values.set(key, withText(value, language, text));
    changed++;
  }
  const next = [...values].reduce((whole, [key, value]) => {
    const found = known.get(key);
    return found ? putLocalized(whole, found, value) : whole;
  }, definition);
  return { definition: next, changed, unknown: [...unknown], outdated: [...outdated] };
};
