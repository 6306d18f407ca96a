// What is read of a question before it is answered, as plain text.
import { type QuestionDefinition, type Text, textIn } from '../definition.ts';
import { isJsonObject } from '../json.ts';

const signs: Readonly<Record<string, string>> = {
  ...{ nbsp: ' ', amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", ndash: '–', mdash: '—', hellip: '…' },
  ...{ aring: 'å', auml: 'ä', ouml: 'ö', eacute: 'é', Aring: 'Å', Auml: 'Ä', Ouml: 'Ö', Eacute: 'É' },
};
/** Ends a line on the page, and with it a sentence. */
const blockEnd = /<(?:br|hr|\/(?:p|h[1-6]|li|div|td|th|tr|dt|dd|blockquote))\b[^>]*>/gi;

/** Swedish, without what is put in where an answer is shown. */
export const own = (text: Text | undefined): string =>
  (text === undefined ? '' : (textIn(text, 'sv') ?? '')).replace(/\{[^}]*\}/g, ' ');

/** Formatted text as it is seen: a heading, a paragraph and a point of a list each on a line. */
const seen = (html: string): string =>
  html
    .replace(blockEnd, '\n')
    .replace(/<[^>]*>/g, ' ')
    .replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w{1,20}));/gi, (_, hex, decimal, name) => {
      if (name !== undefined) return signs[name] ?? ' ';
      const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
      return code <= 0x10ffff ? String.fromCodePoint(code) : ' ';
    });

/** Without a text the value is shown; a number is no word. */
function itemText(item: unknown): string {
  if (!isJsonObject(item)) return typeof item === 'string' ? item : '';
  const text = item.text ?? item.title;
  if (text !== undefined) return own(text as Text);
  const value = item.value ?? item.name;
  return typeof value === 'string' ? value : '';
}

const lists = ['choices', 'rateValues', 'columns', 'rows', 'items'] as const;
const listed = (each: QuestionDefinition, name: (typeof lists)[number]): readonly unknown[] =>
  Array.isArray(each[name]) ? each[name] : [];

export function textsOf(each: QuestionDefinition): string[] {
  const texts = [
    ...[own(each.title), own(each.description), seen(own(each.html as Text | undefined))],
    ...lists.flatMap((name) => listed(each, name).map(itemText)),
    ...[own(each.minRateDescription), own(each.maxRateDescription)],
    ...Object.values(each.explanations ?? {}).map(own),
  ];
  return texts.filter((text) => text.trim() !== '');
}

/** Rows of a matrix, fields of several short texts: each is answered by itself. */
export const partsIn = (each: QuestionDefinition): number =>
  Math.max(1, listed(each, each.type === 'multipletext' ? 'items' : 'rows').length);
