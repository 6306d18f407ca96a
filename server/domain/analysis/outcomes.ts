// The groups' outcome as a table with its test of independence.
import type { GoalResult, GroupResult } from '../indicators/results.ts';
import type { Category, Distribution, OutcomeTable, PairedChange } from './findings.ts';
import { tabulate } from './tables.ts';

const plain = (value: string | boolean): Category => ({ value, title: null, below: null });

/**
 * Of a share: who holds and who does not, from the results alone. Of a mean over one question: its answers. Of a change: up,
 * same and down. Null where there is no list, no such outcome, or the groups' answers are withheld.
 */
export function outcomeTable(
  result: GoalResult,
  distributions: readonly Distribution[],
  change: PairedChange | null,
): OutcomeTable | null {
  if (result.groups.length === 0) return null;
  const hiddenGroups = result.groups.filter((each) => each.suppressed).length;
  if (result.measure === 'share') return { ...sharesOf(result), hiddenGroups };
  const [only] = distributions;
  if (result.measure === 'mean' && only?.groups && distributions.length === 1) {
    const counts = only.groups.map((each) => each.counts);
    const groups = only.groups.map(({ by }) => by);
    return { ...tabulate(counts), groups, columns: only.categories, outcome: 'answers', hiddenGroups };
  }
  if (!change?.groups) return null;
  const counts = change.groups.map(({ up, same, down }) => [up, same, down]);
  const groups = change.groups.map(({ by }) => by);
  return { ...tabulate(counts), groups, columns: ['up', 'same', 'down'].map(plain), outcome: 'change', hiddenGroups };
}

function sharesOf(result: GoalResult): Omit<OutcomeTable, 'hiddenGroups'> {
  const shown = result.groups.filter((each): each is GroupResult => !each.suppressed && (each.denominator ?? 0) > 0);
  const counts = shown.map(({ numerator, denominator }) => [numerator ?? 0, (denominator ?? 0) - (numerator ?? 0)]);
  const groups = shown.map(({ by }) => by);
  return { ...tabulate(counts), groups, columns: [plain(true), plain(false)], outcome: 'share' };
}
