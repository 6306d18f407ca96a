// Two programmes side by side, each as the viewer may see it by itself.
import { type Compared, differenceOf } from '../domain/comparison/difference.ts';
import { type GoalPair, type LoneGoal, pairGoals, type WhyAlone } from '../domain/comparison/pairGoals.ts';
import type { ProgrammeResults } from '../domain/indicators/results.ts';
import type { Programme } from '../domain/programme/schema.ts';
import { getResults, type ResultsViewer } from './results.ts';

type Result = ProgrammeResults['goals'][number];
interface Side {
  programme: string;
  title: Record<string, string>;
  computedAt: string;
}
interface ShownLone {
  id: string;
  title: Record<string, string>;
  reason: WhyAlone;
}
export interface Comparison {
  one: Side;
  other: Side;
  pairs: (Compared & Pick<GoalPair, 'matchedBy' | 'sameDefinition'> & { one: Result; other: Result })[];
  alone: { one: ShownLone[]; other: ShownLone[] };
}

/** Figures come from `getResults`, so that what is protected in each programme is protected here. @throws Problem not-found */
export async function compareProgrammes(one: Programme, other: Programme, viewer: ResultsViewer): Promise<Comparison> {
  const [first, second] = [await getResults(one.slug, viewer, {}), await getResults(other.slug, viewer, {})];
  const { pairs, alone } = pairGoals(one.goals, other.goals);
  return {
    one: sideOf(one, first),
    other: sideOf(other, second),
    pairs: pairs.flatMap(({ one: left, other: right, matchedBy, sameDefinition }) => {
      const [a, b] = [resultOf(first, left.id), resultOf(second, right.id)];
      return a && b ? [{ one: a, other: b, matchedBy, sameDefinition, ...differenceOf(a, b) }] : [];
    }),
    alone: { one: alone.one.map(shown), other: alone.other.map(shown) },
  };
}

const sideOf = ({ slug, title }: Programme, { computedAt }: ProgrammeResults): Side => ({
  ...{ programme: slug, title: localized(title), computedAt },
});
const resultOf = ({ goals }: ProgrammeResults, id: string) => goals.find((each) => each.id === id);
const shown = ({ goal, reason }: LoneGoal): ShownLone => ({ id: goal.id, title: localized(goal.title), reason });

const localized = (text: Record<string, string | undefined>): Record<string, string> =>
  Object.fromEntries(Object.entries(text).filter((pair): pair is [string, string] => pair[1] !== undefined));
