// The one door through which results leave for a reader: hides what someone who may not see individuals must not learn.
import type { Cell, CountedGoal, GoalResult, GroupResult, SuppressedGoal } from '../indicators/results.ts';
import { responseRateGap } from '../indicators/warnings.ts';
import type { Programme } from '../programme/schema.ts';
import { type HiddenKeys, hiddenGroups, keyText, type Rules } from './lists.ts';
import { isAllowedCross } from './requests.ts';

export type Viewer = { kind: 'evaluator' } | { kind: 'coordinator'; site: string } | { kind: 'operator' };

/**
 * Results as the viewer may see them, without the counts they were decided by.
 * - The operator sees everything; a coordinator everything of the own site (which the counting is limited to by `sites`)
 *   but goals of anonymous surveys; everyone else sees protected figures.
 * - A goal with 1 to below-1 rows in all is hidden whole. Empty groups are shown.
 * - A coordinator may filter and cross freely, but then learns nothing of anonymous surveys: subtracting the answers of two
 *   filters, or of crossed lists outside the protected family, would single people out.
 * - Goals that count the same rows hide the same groups; goals that also have the same bases (rows with an answer) share the
 *   groups hidden on their account. So no hidden group is had back by comparing goals over the same rows.
 * - A group whose base falls short of its rows by a few is shown: who did not answer has no answer to give away.
 * - Not covered here, but by solving jointly all lists that may be asked for: differences between goals over nested rows
 *   (exits within enrolments), between filters, between points in time, and which of the hidden sites reach a shareOfSites.
 */
export function protect(
  programme: Programme,
  goals: CountedGoal[],
  viewer: Viewer,
  anonymousSurveys: ReadonlySet<string>,
): (GoalResult | SuppressedGoal)[] {
  const isOpen = ({ basis }: CountedGoal) =>
    viewer.kind === 'operator' || (viewer.kind === 'coordinator' && !anonymousSurveys.has(basis.survey ?? ''));
  const hiddenFor = patterns(
    goals.filter((goal) => !isOpen(goal)),
    programme.suppression,
  );
  return goals.map((goal) => {
    if (isOpen(goal)) return plain(goal);
    if (goal.basis.freelyFiltered) return { ...withoutFigures(goal), warnings: ['filterNotApplicable'] };
    if (isSensitive(goal, goal.basis.total, programme.suppression)) return withoutFigures(goal);
    return withoutGroups(programme, goal, hiddenFor.get(goal) ?? new Set());
  });
}

function isSensitive(goal: CountedGoal, { rows, base, due, numerator }: Cell, { below, cells }: Rules): boolean {
  const cellular = cells && goal.measure === 'share' && numerator !== null ? [numerator, base - numerator] : [];
  return [rows, base, due, ...cellular].some((number) => number > 0 && number < below);
}

/** First the groups hidden for their rows, over all goals that count those; then the further ones for each set of bases. */
function patterns(goals: CountedGoal[], rules: Rules): Map<CountedGoal, HiddenKeys> {
  const found = new Map<CountedGoal, HiddenKeys>();
  for (const sameRows of grouped(goals, ({ basis }) => basis.rowset)) {
    const byRows = hiddenGroups(sameRows.slice(0, 1).map(rowsOnly), rules, new Set());
    const bases = ({ basis }: CountedGoal) =>
      JSON.stringify(basis.lists.map(({ cells, leftOut }) => [...cells, leftOut].map(({ base }) => base)));
    for (const sameBases of grouped(sameRows, bases)) {
      // Only numerators can still differ among them.
      const hidden = hiddenGroups(rules.cells ? sameBases : sameBases.slice(0, 1), rules, byRows);
      for (const goal of sameBases) found.set(goal, hidden);
    }
  }
  return found;
}

function grouped(goals: CountedGoal[], keyOf: (goal: CountedGoal) => string): CountedGoal[][] {
  const groups = new Map<string, CountedGoal[]>();
  for (const goal of goals) groups.set(keyOf(goal), [...(groups.get(keyOf(goal)) ?? []), goal]);
  return [...groups.values()];
}

function rowsOnly(goal: CountedGoal): CountedGoal {
  const bare = ({ rows, due }: Cell): Cell => ({ rows, due, base: rows, numerator: null });
  const lists = goal.basis.lists.map((list) => ({ ...list, cells: list.cells.map(bare), leftOut: bare(list.leftOut) }));
  return { ...goal, measure: 'count', basis: { ...goal.basis, lists } };
}

function plain({ basis: _, ...goal }: CountedGoal): GoalResult {
  return goal;
}

function withoutGroups(programme: Programme, goal: CountedGoal, hidden: HiddenKeys): GoalResult {
  const isHidden = ({ by }: Pick<GroupResult, 'by'>) => {
    const names = Object.keys(by);
    return hidden.has(keyText(by)) || (names.length > 1 && !isAllowedCross(programme, names));
  };
  const shown = goal.groups.filter((group) => !isHidden(group));
  // A gap that only hidden groups show would tell about them.
  const gap = goal.basis.genderGap || responseRateGap(shown);
  return {
    ...plain(goal),
    warnings: goal.warnings.filter((warning) => warning !== 'responseRateGap' || gap),
    groups: goal.groups.map((group) => (isHidden(group) ? { by: group.by, suppressed: true } : group)),
  };
}

function withoutFigures({ id, title, measure, target, verdict, groups }: CountedGoal): SuppressedGoal {
  return {
    id,
    title,
    measure,
    target,
    status: null,
    verdict,
    warnings: [],
    suppressed: true,
    groups: groups.map(({ by }) => ({ by, suppressed: true })),
  };
}
