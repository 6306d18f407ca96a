// Results as CSV: one line a goal and one a group, the same columns in each. Numbers are unrounded, with a decimal point.
import { stringify } from 'csv-stringify/sync';
import type { GoalResult, ProgrammeResults, SuppressedGoal } from '../../domain/indicators/results.ts';
import { plainText } from '../dataset/csvText.ts';

const columns = [
  ...['goal', 'title', 'measure', 'group', 'value', 'numerator', 'denominator', 'missing', 'n', 'mean', 'sd'],
  ...['ciLow', 'ciHigh', 'answered', 'due', 'target', 'status', 'verdict', 'warnings', 'suppressed'],
];
type Goal = GoalResult | SuppressedGoal;
type Line = Goal | Goal['groups'][number];

/** `sv` as a Swedish spreadsheet reads it: semicolons, decimal comma, Swedish titles. */
export type Locale = 'sv' | 'en';
const byteOrderMark = '\uFEFF';

/** @param locale with one, there is a byte order mark before it, by which Excel knows UTF-8 */
export function resultsAsCsv({ goals }: ProgrammeResults, locale?: Locale): string {
  const lines = goals.flatMap((goal) => [
    line(goal, goal, locale),
    ...goal.groups.map((group) => line(goal, group, locale)),
  ]);
  const number = (value: number) => (locale === 'sv' ? String(value).replace('.', ',') : String(value));
  const delimiter = locale === 'sv' ? ';' : ',';
  const text = stringify(lines, { header: true, columns, delimiter, cast: { number, string: plainText } });
  return locale === undefined ? text : byteOrderMark + text;
}

function line(goal: Goal, each: Line, locale: Locale = 'sv'): Record<string, unknown> {
  const { id, title, measure } = goal;
  const group = 'by' in each ? groupText(each.by) : '';
  const head = {
    goal: id,
    title: title[locale] ?? title.sv,
    measure,
    group,
    suppressed: each.suppressed ? 'true' : 'false',
  };
  const own = 'by' in each ? {} : { verdict: each.verdict?.status, warnings: each.warnings.join(' ') };
  if (each.suppressed) return { ...head, ...own };
  const { value, numerator, denominator, missing, n, mean, sd, ci95, responseRate, target, status } = each;
  return {
    ...{ ...head, ...own, value, numerator, denominator, missing, n, mean, sd },
    ...{ ciLow: ci95?.[0], ciHigh: ci95?.[1], answered: responseRate?.answered, due: responseRate?.due },
    ...{ target: target ? JSON.stringify(target) : '', status },
  };
}

/** `gender=woman`, crossed `gender=woman&site=ostad`. */
function groupText(by: Record<string, string | number>): string {
  return Object.entries(by)
    .map(([name, value]) => `${name}=${value}`)
    .join('&');
}
