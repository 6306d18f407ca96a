// Which goals of two programmes are about the same, and which are not and why.
import type { Goal } from '../programme/schema.ts';
import { canonicalJson } from '../snapshots/canonical.ts';

export interface GoalPair {
  one: Goal;
  other: Goal;
  matchedBy: 'id' | 'definition';
  /** Counted alike, to the letter; else the same goal by name, counted in another way. */
  sameDefinition: boolean;
}
/** `judged`: there is no figure. `otherMeasure`: the goal of that name is counted as something else. */
export type WhyAlone = 'judged' | 'otherMeasure' | 'noCounterpart';
export interface LoneGoal {
  goal: Goal;
  reason: WhyAlone;
}
export interface Pairing {
  pairs: GoalPair[];
  alone: { one: LoneGoal[]; other: LoneGoal[] };
}

const isJudged = ({ indicator }: Goal) => indicator.measure === 'judged';
const definitionOf = ({ indicator }: Goal) => canonicalJson(indicator);

/** First by id, where both count the same measure; of the others those with the same definition, each once, in the order of the first. */
export function pairGoals(one: readonly Goal[], other: readonly Goal[]): Pairing {
  const taken = new Set<Goal>();
  const found = new Map<Goal, GoalPair>();
  const pair = (goal: Goal, match: Goal | undefined, matchedBy: GoalPair['matchedBy']) => {
    if (!match) return;
    taken.add(match);
    found.set(goal, { one: goal, other: match, matchedBy, sameDefinition: definitionOf(goal) === definitionOf(match) });
  };
  const counted = one.filter((goal) => !isJudged(goal));
  for (const goal of counted)
    pair(
      goal,
      other.find(({ id, indicator }) => id === goal.id && indicator.measure === goal.indicator.measure),
      'id',
    );
  for (const goal of counted.filter((each) => !found.has(each)))
    pair(
      goal,
      other.find((each) => !taken.has(each) && definitionOf(each) === definitionOf(goal)),
      'definition',
    );
  return {
    pairs: [...found.values()].toSorted((a, b) => one.indexOf(a.one) - one.indexOf(b.one)),
    alone: {
      one: one.filter((goal) => !found.has(goal)).map(loneAmong(other)),
      other: other.filter((goal) => !taken.has(goal)).map(loneAmong(one)),
    },
  };
}

const loneAmong =
  (others: readonly Goal[]) =>
  (goal: Goal): LoneGoal => {
    if (isJudged(goal)) return { goal, reason: 'judged' };
    const hasNamesake = others.some(({ id }) => id === goal.id);
    return { goal, reason: hasNamesake ? 'otherMeasure' : 'noCounterpart' };
  };
