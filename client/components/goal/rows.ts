// The groups of one breakdown as rows, and what they come to together.
import type { AnyGoalResult, GroupResult, SuppressedGroup } from '../../api/results.ts';

export interface GroupRow {
  key: string;
  name: string;
  /** The value whose colour the row has: of the inner variable when two are crossed. */
  colourKey: string | number;
  /** First of a run of rows with the same outer value. */
  opens: boolean;
  result: GroupResult | SuppressedGroup;
}
type Namer = (variable: string, value: string | number) => string;

/** Rows behind a figure: of a mean its n, else its base. */
export const rowsOf = ({ n, denominator }: Pick<GroupResult, 'n' | 'denominator'>): number => n ?? denominator ?? 0;

/** No row at all: neither counted nor missing. Hidden groups are never empty. */
export const isEmpty = (result: GroupResult | SuppressedGroup): boolean =>
  !result.suppressed && rowsOf(result) + result.missing === 0 && (result.responseRate?.due ?? 0) === 0;

const belongs = (by: Record<string, unknown>, variables: readonly string[]) =>
  Object.keys(by).length === variables.length && variables.every((name) => name in by);

/**
 * Rows of the list over `variables`; of two crossed ones, the last is the outer one, and empty pairs are left out.
 * @returns undefined when the goal has no such list
 */
export const groupRows = (
  groups: AnyGoalResult['groups'],
  variables: readonly string[],
  nameOf: Namer,
): GroupRow[] | undefined => {
  const own = groups.filter((group) => belongs(group.by, variables));
  if (own.length === 0) return undefined;
  const [inner = '', outer] = variables;
  const first = (value: unknown) => own.findIndex((group) => outer !== undefined && group.by[outer] === value);
  const sorted = outer ? own.toSorted((a, b) => first(a.by[outer]) - first(b.by[outer])) : own;
  const shown = outer ? sorted.filter((group) => !isEmpty(group)) : sorted;
  return shown.map((result, at) => {
    const innerValue = result.by[inner] ?? '';
    const outerValue = outer === undefined ? undefined : result.by[outer];
    const names = [
      ...(outer && outerValue !== undefined ? [nameOf(outer, outerValue)] : []),
      nameOf(inner, innerValue),
    ];
    return {
      key: names.join(' · '),
      name: names.join(' · '),
      colourKey: innerValue,
      opens: outer !== undefined && outerValue !== shown[at - 1]?.by[outer],
      result,
    };
  });
};

export type Reconciliation = { kind: 'hidden' } | { kind: 'sums'; groups: number; lacking: number; total: number };

/**
 * Groups and those who lack the variable make the total. People and sites may stand in several groups, so these are
 * not added up; nor is anything where a group is hidden.
 */
export const reconcile = (goal: AnyGoalResult, rows: readonly GroupRow[]): Reconciliation | undefined => {
  if (goal.suppressed || goal.measure === 'people' || goal.measure === 'shareOfSites') return undefined;
  const counts = rows.map(({ result }) => (result.suppressed ? undefined : rowsOf(result)));
  const known = counts.filter((count) => count !== undefined);
  if (known.length < counts.length) return { kind: 'hidden' };
  const groups = known.reduce((sum, count) => sum + count, 0);
  const total = rowsOf(goal);
  return { kind: 'sums', groups, lacking: total - groups, total };
};
