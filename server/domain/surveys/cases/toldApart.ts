/**
 * Of answers that are countless one for each stretch that conditions tell apart: what they compare with, what lies between, before and
 * after. All answers of a stretch make the same conditions true. Rather one too many than one too few.
 */
import { addDays, formatISO, parseISO } from 'date-fns';
import { maskOf } from '../fields/mask/mask.ts';
import { formats } from '../fields/text.ts';
import type { Json } from '../json.ts';
import type { Comparisons, Constant } from './compared.ts';
import { aroundNumbers, type Case, numberLimitsOf } from './numbers.ts';

const emptiness = ['empty', 'notempty'];
const sameness = ['equal', 'notequal', ...emptiness];
const order = ['greater', 'greaterorequal', 'less', 'lessorequal', ...sameness];

function daysIn(constants: ReadonlySet<Constant>, limits: readonly unknown[]): Case[] | undefined {
  const isDay = (value: unknown): value is string => typeof value === 'string' && formats.date?.test(value) === true;
  if (![...constants].every(isDay)) return undefined;
  const [least = '', most = '9999-12-31'] = limits.map((each) => (isDay(each) ? each : undefined));
  const ends = [...constants, ...limits].filter(isDay).map((each) => parseISO(each));
  const days = (ends.length > 0 ? ends : [parseISO('2000-01-01')]).flatMap((each) => [
    addDays(each, -1),
    each,
    addDays(each, 1),
  ]);
  const written = days.map((each) => formatISO(each, { representation: 'date' }));
  return [undefined, ...new Set(written.filter((each) => each >= least && each <= most))];
}

function textsIn(constants: ReadonlySet<Constant>): Case[] {
  const named = [...constants].map(String);
  const isNamed = (text: string) => named.some((each) => each.toLowerCase().includes(text));
  let other = 'x';
  while (isNamed(other)) other += 'x';
  return [undefined, ...new Set([...named, other])];
}

/** undefined: they cannot be told apart so. No answer is one of them. */
export function casesToldApart(question: Json, { values, operators }: Comparisons): Case[] | undefined {
  const isOnly = (known: readonly string[]) => [...operators].every((each) => known.includes(each));
  const { type, inputType = 'text' } = question;
  const mask = type === 'text' ? maskOf(question) : undefined;
  if (mask?.is === 'number') return isOnly(order) ? aroundNumbers(mask, values) : undefined;
  if (type === 'comment' || mask?.is === 'pattern' || (type === 'text' && !mask && inputType === 'text'))
    return isOnly(sameness) ? textsIn(values) : undefined;
  if (type !== 'text' || mask || !isOnly(order)) return undefined;
  if (inputType === 'number' || inputType === 'range') return aroundNumbers(numberLimitsOf(question), values);
  return inputType === 'date' ? daysIn(values, [question.min, question.max]) : undefined;
}
