/** Answers on each side of the constants that conditions compare a number or a text with a mask with. */
import type { Answer } from '../../programme/records.ts';
import type { Mask } from '../fields/mask/mask.ts';
import { exampleOf, isFilledIn, storedPlaces, withShown } from '../fields/mask/pattern.ts';

/** undefined: no answer. */
export type Case = Answer | undefined;

interface Limits {
  min: number | undefined;
  max: number | undefined;
  decimals?: number;
}

export function aroundNumbers({ min, max, decimals = 20 }: Limits, constants: ReadonlySet<string | number>): Case[] {
  const numbers = [...constants].map(Number).filter(Number.isFinite);
  const all = numbers.flatMap((each) => [Math.ceil(each) - 1, each, Math.floor(each) + 1]);
  const fitting = all.filter(
    (each) =>
      each >= (min ?? -Infinity) && each <= (max ?? Infinity) && (String(each).split('.')[1] ?? '').length <= decimals,
  );
  return [undefined, ...new Set(fitting.length > 0 ? fitting : [min ?? max ?? 1])];
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
