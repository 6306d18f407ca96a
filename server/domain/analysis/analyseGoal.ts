// Everything that is said of one goal beyond its figure.
import { computeResults } from '../indicators/compute.ts';
import type { Figures, GoalResult, GroupKey, SuppressedGoal } from '../indicators/results.ts';
import type { Source } from '../indicators/selection.ts';
import type { Goal } from '../programme/schema.ts';
import { compareGroups, compareWaves } from './comparisons.ts';
import { distributionOf } from './distributions.ts';
import type { Distribution, GoalFindings, PairedChange, Withheld } from './findings.ts';
import { type Countable, type GoalRows, namesCounted, rowsOfGoal } from './goalRows.ts';
import { outcomeTable } from './outcomes.ts';
import { pairedChange } from './pairedChange.ts';
import {
  hasSmallCategory,
  hasSmallStep,
  isOutcome,
  protectChange,
  protectQuartiles,
  whyNoGroups,
} from './protection.ts';

export interface GoalQuestion extends Source {
  goal: Goal;
  /** Variables of one list, none, or two that are crossed. */
  by: string[];
  /** All goals as the reader may see them, with the groups of that list. */
  results: readonly (GoalResult | SuppressedGoal)[];
  /** The reader may see individuals among the goal's rows. */
  open: boolean;
  sites?: readonly string[] | undefined;
}

/**
 * Distribution, change, comparisons and outcome by group.
 *
 * Why nothing hidden follows from it, for a reader who may not see individuals:
 * - Comparisons and the outcome of a share are reckoned from that reader's own results and nothing else.
 * - Counts of answers are told of the whole goal, and of groups only where the list hides no group and leaves out no few rows:
 *   then they sum to what is told of the whole, and no sum or difference of them is about a hidden group. The whole alone says
 *   no more of a hidden group than the goal's own figure does.
 * - Values that say who people are (gender, age, own fields ...) are never counted here.
 * - With `suppression.cells`, an answer's count follows from the goals that count it as well: leaving out some answers would not
 *   protect the rare ones, so the whole distribution is left out.
 * - Nothing is told where the rows have moved on since the results were released.
 */
export function analyseGoal(question: GoalQuestion): GoalFindings {
  const { goal, by, results, programme, open } = question;
  const result = results.find((each) => each.id === goal.id);
  const { population, measure } = goal.indicator;
  const nothing = { distributions: [], change: null, comparisons: [], outcome: null };
  const head = { goal: goal.id, by, withheld: [] as Withheld[] };
  if (!result || result.suppressed) return { ...head, ...nothing, suppressed: true };
  if (population === undefined || measure === 'judged') return { ...head, ...nothing, suppressed: false };
  const indicator: Countable = { ...goal.indicator, population };
  const comparisons = [...compareWaves(programme, goal, results), ...compareGroups(result)];
  if (!open && !isCurrent(question, result)) {
    const outcome = outcomeTable(result, [], null);
    return { ...head, ...nothing, comparisons, outcome, withheld: ['notReleased'], suppressed: false };
  }
  const rows = rowsOfGoal(question, indicator, question.sites);
  const noGroups = open || by.length === 0 ? undefined : whyNoGroups(goal.indicator, result, programme.suppression);
  const groups = by.length === 0 || noGroups ? null : result.groups.map((each) => each.by);
  const spread = distributions(question, indicator, rows, groups);
  const change = changes(question, indicator, rows, groups);
  return {
    ...head,
    suppressed: false,
    withheld: [...new Set([...(noGroups ? [noGroups] : []), ...spread.withheld, ...change.withheld])],
    distributions: spread.found,
    change: change.found,
    comparisons,
    outcome: outcomeTable(result, spread.found, change.found),
  };
}

function distributions(
  question: GoalQuestion,
  indicator: Countable,
  rows: GoalRows,
  groups: readonly GroupKey[] | null,
): { found: Distribution[]; withheld: Withheld[] } {
  const { programme, open } = question;
  if (indicator.measure !== 'share' && indicator.measure !== 'mean') return { found: [], withheld: [] };
  const names = namesCounted(indicator).filter((name) => open || isOutcome(programme, indicator, name));
  const all = names.flatMap((name) => distributionOf(question, indicator, rows, name, groups) ?? []);
  if (open) return { found: all, withheld: [] };
  const rules = programme.suppression;
  const found = all.filter((each) => !hasSmallCategory(each, rules)).map((each) => protectQuartiles(each, rules));
  return { found, withheld: found.length < all.length ? ['smallCategories'] : [] };
}

function changes(
  question: GoalQuestion,
  indicator: Countable,
  rows: GoalRows,
  groups: readonly GroupKey[] | null,
): { found: PairedChange | null; withheld: Withheld[] } {
  if (indicator.measure !== 'meanChange') return { found: null, withheld: [] };
  const { open, programme } = question;
  const change = pairedChange(question, indicator, rows, groups);
  if (open) return { found: change, withheld: [] };
  if (hasSmallStep(change, programme.suppression)) return { found: null, withheld: ['smallCategories'] };
  return { found: protectChange(change, programme.suppression), withheld: [] };
}

/** The rows at hand give exactly the figures that the reader was shown. */
function isCurrent({ goal, results: _, by, ...source }: GoalQuestion, shown: GoalResult): boolean {
  const programme = { ...source.programme, goals: [goal] };
  const [counted] = computeResults({ ...source, programme, by: by.length > 0 ? [by] : [] });
  if (!counted) return false;
  const equal = (a: number | null, b: number | null) =>
    a === b || (a !== null && b !== null && Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a)));
  const same = (a: Figures, b: Figures) =>
    (['value', 'numerator', 'denominator', 'missing', 'n', 'sd'] as const).every((name) => equal(a[name], b[name]));
  return (
    same(counted, shown) &&
    counted.groups.length === shown.groups.length &&
    shown.groups.every((group, at) => {
      const own = counted.groups[at];
      return own !== undefined && (group.suppressed || same(own, group));
    })
  );
}
