/** Answers on each side of the constants that conditions compare a number or a text with a mask with. */
import type { Answer } from '../../programme/records.ts';
import type { Mask } from '../fields/mask/mask.ts';
import { exampleOf, isFilledIn, storedPlaces, withShown } from '../fields/mask/pattern.ts';
import type { Json } from '../json.ts';

/** undefined: no answer. */
export type Case = Answer | undefined;

interface Limits {
  min?: number | undefined;
  max?: number | undefined;
  /** Places after the decimal point at most; any when absent. */
  decimals?: number | undefined;
}

const number = (limit: unknown): number | undefined => (typeof limit === 'number' ? limit : undefined);

/** Of a text question that asks for a number. */
export const numberLimitsOf = ({ min, max, step }: Json): Limits => ({
  ...{ min: number(min), max: number(max) },
  ...(Number.isInteger(step) && { decimals: 0 }),
});

/** A number strictly between two, within the limits; undefined when there is none. A whole one where there is one. */
function between(low: number, high: number, { min = -Infinity, max = Infinity, decimals }: Limits): number | undefined {
  const scale = 10 ** (decimals ?? 0);
  const inTheMiddle = (Math.max(low, min) + Math.min(high, max)) / 2;
  const nearest = [
    ...[0, 1].map((more) => (Math.round(low * scale) + more) / scale), // not floor: 4.35 * 100 is a little less than 435
    Math.ceil(min * scale) / scale,
    Math.floor(max * scale) / scale,
  ];
  const found = [Math.floor(low) + 1, Math.ceil(high) - 1, min, max, inTheMiddle, ...nearest, 1];
  return found.find((each) => each > low && each < high && isWithin(each, { min, max, decimals }));
}

const isWithin = (each: number, { min = -Infinity, max = Infinity, decimals = 100 }: Limits) =>
  Number.isFinite(each) && each >= min && each <= max && (decimals >= 100 || Number(each.toFixed(decimals)) === each);

/** The constants, and one number before, between and after them, as far as the limits allow; and no answer. */
export function aroundNumbers(limits: Limits, constants: ReadonlySet<string | number>): Case[] {
  const ends = [...new Set([...constants].map(Number))].filter(Number.isFinite).sort((a, b) => a - b);
  const stretches = [-Infinity, ...ends].map((low, at) => between(low, ends[at] ?? Infinity, limits));
  const numbers = [...ends.filter((each) => isWithin(each, limits)), ...stretches.filter((each) => each !== undefined)];
  return [undefined, ...numbers.sort((a, b) => a - b)];
}

/** Those that fit the pattern, and one that is none of them where there is one. Conditions name what is filled in. */
function inPattern(
  { places, isWhole }: Extract<Mask, { is: 'pattern' }>,
  constants: ReadonlySet<string | number>,
): Case[] {
  const named = [...constants].map(String);
  const filledIn = storedPlaces(places, false);
  const examples = Array.from({ length: 10 }, (_, from) => exampleOf(filledIn, from));
  const other = examples.find((each) => !named.includes(each));
  const texts = [...named.filter((each) => isFilledIn(each, filledIn)), ...(other === undefined ? [] : [other])];
  return [undefined, ...new Set(texts.map((each) => (isWhole ? withShown(each, places) : each)))];
}

/** undefined: they cannot be listed. */
export function maskedCases(mask: Mask, constants: ReadonlySet<string | number>): Case[] | undefined {
  if (mask.is === 'number') return aroundNumbers(mask, constants);
  return mask.is === 'pattern' ? inPattern(mask, constants) : undefined;
}
