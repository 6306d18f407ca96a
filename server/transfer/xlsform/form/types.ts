// The question types of XLSForm (https://xlsform.org/en/#question-types) and what becomes of them.
import type { RemarkCode } from '../remarks.ts';

export type QuestionType =
  | 'acknowledge'
  | 'calculate'
  | 'date'
  | 'datetime'
  | 'decimal'
  | 'integer'
  | 'note'
  | 'range'
  | 'rank'
  | 'select_multiple'
  | 'select_one'
  | 'signature'
  | 'text'
  | 'time';

export type RowType =
  | { kind: 'question'; type: QuestionType; list?: string; hasOther: boolean }
  | { kind: 'begin' | 'end'; what: 'group' | 'repeat' }
  | { kind: 'left-out'; code: RemarkCode; reason: string };

const questions: Readonly<Record<string, QuestionType>> = {
  acknowledge: 'acknowledge',
  trigger: 'acknowledge',
  calculate: 'calculate',
  date: 'date',
  datetime: 'datetime',
  'date time': 'datetime',
  decimal: 'decimal',
  int: 'integer',
  integer: 'integer',
  note: 'note',
  range: 'range',
  string: 'text',
  text: 'text',
  time: 'time',
};
const device = [
  'start',
  'end',
  'today',
  'deviceid',
  'device id',
  'subscriberid',
  'simserial',
  'phonenumber',
  'username',
];
const recorded = [
  'email',
  'audit',
  'background-audio',
  'background-geopoint',
  'start-geopoint',
  'caseid',
  'text audit',
];
const media = ['image', 'photo', 'audio', 'video', 'file', 'barcode', 'geopoint', 'geotrace', 'geoshape', 'gps'];

const leftOut = (code: RemarkCode, reason: string): RowType => ({ kind: 'left-out', code, reason });

/** @param text the cell `type`; an image with the appearance `signature` is drawn, no file */
export function parseType(text: string, appearance = ''): RowType {
  const type = text.trim().toLowerCase().replace(/\s+/g, ' ');
  const [, edge, what] = /^(begin|end)[ _](group|repeat|loop)$/.exec(type) ?? [];
  if (edge) return { kind: edge as 'begin' | 'end', what: what === 'group' ? 'group' : 'repeat' };
  const plain = Object.hasOwn(questions, type) ? questions[type] : undefined;
  if (plain) return { kind: 'question', type: plain, hasOther: false };
  if (device.includes(type) || recorded.includes(type))
    return leftOut('device', 'nothing is kept of the device or of when and where somebody answers');
  if (type === 'image' && /(^|\s)signature(\s|$)/i.test(appearance))
    return { kind: 'question', type: 'signature', hasOther: false };
  if (media.includes(type))
    return leftOut('type', `a question of type "${type}" has no counterpart: files and places are not collected`);
  return parseSelect(text.trim().replace(/\s+/g, ' ')) ?? leftOut('type', `the type "${type}" has no counterpart`);
}

const selects: readonly [RegExp, QuestionType][] = [
  [/^select[ _]one(?: from)? (.+)$/i, 'select_one'],
  [/^select[ _]multiple(?: from)? (.+)$/i, 'select_multiple'],
  [/^select all that apply(?: from)? (.+)$/i, 'select_multiple'],
  [/^rank (.+)$/i, 'rank'],
];

function parseSelect(text: string): RowType | undefined {
  if (/^select[ _](one|multiple)[ _](from[ _]file|external)\b/i.test(text))
    return leftOut('choices', 'choices from a file of their own have no counterpart; write them in the sheet choices');
  for (const [pattern, type] of selects) {
    const rest = pattern.exec(text)?.[1];
    if (rest === undefined) continue;
    const list = rest.replace(/ (or_other|or specify other)$/i, '');
    return { kind: 'question', type, list, hasOther: list !== rest && type !== 'rank' };
  }
  return undefined;
}
