/** text (by inputType; those with a mask are read by masked.ts) and comment. */
import { isValid, parseISO } from 'date-fns';
import { EmailValidator } from 'survey-core';
import { isBlank, type Json } from '../json.ts';
import type { AnswerErrorCode } from '../outcome.ts';
import type { FieldRules, Read, Rule } from './field.ts';

/** Where a question gives none. */
export const longestText = 10_000;
/** Where a regular expression reads the answer. */
export const longestPattern = 500;
const longestLine = 500;

const email = new EmailValidator();
const isCalendar = (text: string) => isValid(parseISO(text));
interface Format {
  test: (text: string) => boolean;
  expected: string;
}
const date = (pattern: RegExp, expected: string): Format => ({
  test: (text) => pattern.test(text) && isCalendar(text),
  expected,
});
export const formats: Readonly<Record<string, Format | undefined>> = {
  date: date(/^\d{4}-\d{2}-\d{2}$/, 'a date as 2025-06-30'),
  month: date(/^\d{4}-\d{2}$/, 'a month as 2025-06'),
  'datetime-local': date(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2})?$/, 'a time as 2025-06-30T14:05'),
  time: { test: (text) => /^([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?$/.test(text), expected: 'a time of day as 14:05' },
  email: { test: (text) => email.validate(text) === null, expected: 'an e-mail address as name@example.org' },
};
export const inputTypes: readonly string[] = ['text', 'tel', 'url', 'number', 'range', ...Object.keys(formats)];

/** The least of the limits given; -1 and 0 mean none in survey-core. */
export function lengthLimit(...limits: unknown[]): number {
  const own = limits.find((limit): limit is number => typeof limit === 'number' && limit > 0);
  return Math.min(own ?? longestText, longestText);
}

export function readText(maxLength: number, format?: Format): Read {
  const limit = format ? Math.min(maxLength, longestLine) : maxLength;
  return (raw, at, report) => {
    if (isBlank(raw)) return undefined;
    const fail = (code: AnswerErrorCode, detail: string) => void report.add(at, code, detail);
    if (typeof raw !== 'string') return fail('wrong-type', 'answer with text');
    if (raw.length > limit) return fail('too-long', `write at most ${limit} characters`);
    if (format && !format.test(raw)) return fail('invalid-format', `write ${format.expected}`);
    return raw;
  };
}

const readNumber: Read = (raw, at, report) => {
  if (isBlank(raw)) return undefined;
  if (typeof raw === 'number' && Number.isFinite(raw)) return raw;
  report.add(at, 'wrong-type', 'answer with a number, not with text');
  return undefined;
};

/** Numbers compare as numbers; dates and times, all of one format, as text. */
export function between(min: unknown, max: unknown): Rule | undefined {
  const isLimit = (limit: unknown): limit is string | number => typeof limit === 'number' || !isBlank(limit);
  if (!isLimit(min) && !isLimit(max)) return undefined;
  return (value, at, _scope, report) => {
    if (typeof value !== 'string' && typeof value !== 'number') return;
    if (isLimit(min) && value < min) report.add(at, 'out-of-range', `answer with ${min} or more`);
    if (isLimit(max) && value > max) report.add(at, 'out-of-range', `answer with ${max} or less`);
  };
}

/** The value is a whole number of steps from zero, to six decimals, as survey-core counts. */
function stepped(step: number): Rule {
  return (value, at, _scope, report) => {
    if (typeof value !== 'number') return;
    let power = 1;
    const isWhole = (number: number) => Math.round(number * power) / power === number;
    while (!(isWhole(step) && isWhole(value)) && power < 1_000_000) power *= 10;
    if (Math.round(value * power) % Math.round(step * power) !== 0)
      report.add(at, 'invalid-format', `answer in steps of ${step}`);
  };
}

/** `limits` are the survey's maxTextLength. */
export function textInput(question: Json, surveyLimit: unknown): FieldRules {
  const inputType = typeof question.inputType === 'string' ? question.inputType : 'text';
  const isNumber = inputType === 'number' || inputType === 'range';
  const rules: Rule[] = [];
  const range = isNumber || inputType in formats ? between(question.min, question.max) : undefined;
  if (range) rules.push(range);
  if (inputType === 'number' && typeof question.step === 'number' && question.step > 0)
    rules.push(stepped(question.step));
  const read = isNumber ? readNumber : readText(lengthLimit(question.maxLength, surveyLimit), formats[inputType]);
  return { read, rules };
}

export function commentInput(question: Json, surveyLimit: unknown): FieldRules {
  return { read: readText(lengthLimit(question.maxLength, surveyLimit)), rules: [] };
}
