// What an analysis may tell someone who may not see individuals, beyond the results as that reader sees them.
import type { GoalResult } from '../indicators/results.ts';
import type { Indicator, Programme } from '../programme/schema.ts';
import type { Distribution, PairedChange, Spread, Withheld } from './findings.ts';
import { rowsBehind } from './sizes.ts';

type Rules = Programme['suppression'];

/**
 * Names of what people answered or what became of them. All others describe who they are: such values are groups, and groups are
 * told by the results and the cross table alone, which hide the small ones.
 */
export function isOutcome(programme: Programme, { population }: Pick<Indicator, 'population'>, name: string): boolean {
  const background = ['site', 'gender', 'birthYear', 'age', 'ageBand', 'bornAbroad', 'referrer', 'cohort'];
  const circumstances = ['start', 'end', 'days', 'cards', 'role', 'wave', 'language', 'mode'];
  const fields = programme.fields.map((field) => field.name);
  return population !== undefined && ![...background, ...circumstances, ...fields].includes(name);
}

/**
 * Why no group's answers may be told; undefined when they may. They are told of all groups of the list or of none:
 * as soon as one is hidden, or rows in no group are few, the whole less the shown ones would give the answers of the rest.
 */
export function whyNoGroups(indicator: Indicator, result: GoalResult, { below }: Rules): Withheld | undefined {
  const sizes = result.groups.map((group) => (group.suppressed ? undefined : rowsBehind(indicator, group)));
  if (sizes.includes(undefined)) return 'hiddenGroups';
  const inGroups = sizes.reduce<number>((sum, size) => sum + (size ?? 0), 0);
  const inNone = rowsBehind(indicator, result) - inGroups;
  return inNone > 0 && inNone < below ? 'hiddenGroups' : undefined;
}

/** Exact numbers are some people's own: quartiles are told where each quarter holds at least `below`. */
export function protectQuartiles(distribution: Distribution, { below }: Rules): Distribution {
  const kept = <S extends Spread>(spread: S): S => (spread.n >= 4 * below ? spread : { ...spread, quartiles: null });
  const { whole, groups } = distribution;
  return { ...distribution, whole: kept(whole), groups: groups?.map(kept) ?? null };
}

/** With `suppression.cells`: some answer was given by 1 to below-1 rows, or not given by so few. */
export function hasSmallCategory({ whole, groups }: Distribution, { below, cells }: Rules): boolean {
  if (!cells) return false;
  const isSmall = (count: number) => count > 0 && count < below;
  return [whole, ...(groups ?? [])].some(({ n, counts }) => counts.some((each) => isSmall(each) || isSmall(n - each)));
}

/**
 * A change as it may be told. First by last answers are two facts about each person: whoever knows one of a few would learn
 * the other, so the table is told only where every first answer was given by none or at least `below`.
 */
export function protectChange(change: PairedChange, { below, cells }: Rules): PairedChange {
  const small = (count: number) => count > 0 && count < below;
  const rowsOf = (counts: number[]) => counts.reduce((sum, each) => sum + each, 0);
  const tells = change.transitions?.counts.some((row) => small(rowsOf(row)) || (cells && row.some(small)));
  return { ...change, transitions: tells ? null : change.transitions };
}

/** With `suppression.cells`: few went up, stood still or went down, in the whole or in a group. */
export function hasSmallStep({ up, same, down, groups }: PairedChange, { below, cells }: Rules): boolean {
  if (!cells) return false;
  const all = [{ up, same, down }, ...(groups ?? [])];
  return all.some((each) => [each.up, each.same, each.down].some((count) => count > 0 && count < below));
}
