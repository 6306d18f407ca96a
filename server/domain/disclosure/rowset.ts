// Which rows a figure is reckoned on, said so that the same rows have the same text however they are asked for.
import { parseExpression } from '../expressions/parse.ts';
import type { Expression } from '../expressions/syntax.ts';
import type { GroupKey } from '../indicators/results.ts';
import type { Indicator, Population } from '../programme/schema.ts';

/** Rows of a population that meet every condition. */
export interface Rowset {
  population: Population;
  survey: string;
  conditions: ReadonlySet<string>;
  /** Least number of days in the programme; 0 for any. */
  days: number;
  /** The release at which they were counted. */
  since: number;
}

type Countable = Indicator & { population: Population };

/** `of` narrows the rows of a count, not those of a share. */
export function rowsetOf(indicator: Countable, days: number, since: number): Rowset {
  const { population, survey, wave, where, measure, of } = indicator;
  const counted = (measure === 'count' || measure === 'people') && typeof of === 'string' ? of : undefined;
  const conditions = [
    ...(wave === undefined ? [] : [condition('wave', wave)]),
    ...[where, counted].flatMap((text) => (text === undefined ? [] : conditionsOf(text))),
  ];
  return { population, survey: survey ?? '', conditions: new Set(conditions), days, since };
}

/** An expression as the conditions that must all hold. `{gender} = 'woman'` reads like the group gender: woman. */
export function conditionsOf(text: string): string[] {
  return parted(parseExpression(text));
}

function parted(expression: Expression): string[] {
  if (expression.kind !== 'binary') return [JSON.stringify(expression)];
  const { operator, left, right } = expression;
  if (operator === 'and') return [...parted(left), ...parted(right)];
  if (operator === 'equal' && left.kind === 'name' && right.kind === 'const')
    return [condition(left.name, right.value)];
  return [JSON.stringify(expression)];
}

const condition = (name: string, value: string | number | boolean): string => `${name}=${value}`;

export const conditionsIn = (key: GroupKey): string[] =>
  Object.entries(key).map(([name, value]) => condition(name, value));

export function narrowed(rowset: Rowset, conditions: readonly string[]): Rowset {
  return { ...rowset, conditions: new Set([...rowset.conditions, ...conditions]) };
}

export const textOf = ({ population, survey, conditions, days, since }: Rowset): string =>
  `${JSON.stringify([population, survey, days, ...[...conditions].sort()])}@${since}`;

/** The same rows, whenever they were counted. */
export const timeless = (name: string): string => name.replace(/@\d+/, '');

/**
 * Whether by their definitions all rows of `inner` are among those of `outer`, and the two are not the same. Rows come in: those
 * counted earlier are among those counted later.
 */
export function isWithin(inner: Rowset, outer: Rowset): boolean {
  if (
    inner.survey !== outer.survey ||
    inner.days < outer.days ||
    inner.since > outer.since ||
    textOf(inner) === textOf(outer)
  )
    return false;
  if ([...outer.conditions].some((each) => !inner.conditions.has(each))) return false;
  const ofEnrolments = inner.population === 'exits' || inner.population === 'assessed';
  return inner.population === outer.population || (ofEnrolments && outer.population === 'enrolments');
}
