// What a goal may be broken down by: what its population knows, and the pairs that the programme lets be crossed.
import type { Goal, Programme } from '../../../server/contract/programme.ts';
import { variablesOf } from '../results/useGroupNames.ts';

const background = ['gender', 'ageBand', 'bornAbroad', 'site', 'referrer'];

export const singleChoices = (programme: Programme, goal: Goal): string[] => {
  const { population } = goal.indicator;
  return variablesOf(programme).filter((name) => {
    if (name === 'role') return population === 'responses' && programme.codes.role.length > 0;
    return background.includes(name) || population !== 'responses';
  });
};

/** Pairs as `inner*outer`: gender stands within the other, so that women and men are seen side by side. */
export const pairChoices = (programme: Programme, goal: Goal): string[] => {
  const singles = singleChoices(programme, goal);
  const allowed = programme.suppression.cross;
  const pairs = allowed ?? singles.filter((name) => name !== 'gender').map((name) => ['gender', name] as const);
  return pairs
    .filter((pair) => pair.every((name) => singles.includes(name)))
    .map(([a, b]) => (b === 'gender' ? `${b}*${a}` : `${a}*${b}`));
};
