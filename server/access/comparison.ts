// Two programmes side by side, each as the viewer may see it by itself.
import { type Compared, differenceOf } from '../domain/comparison/difference.ts';
import { type GoalPair, type LoneGoal, pairGoals, type WhyAlone } from '../domain/comparison/pairGoals.ts';
import type { ProgrammeResults } from '../domain/indicators/results.ts';
import { isBroken, questionsCounted, stretchesOf, together } from '../domain/indicators/versions.ts';
import type { Goal, Programme } from '../domain/programme/schema.ts';
import { compareVersions, type QuestionComparison } from '../domain/surveys/compare.ts';
import type { AnyDefinition } from '../domain/surveys/definition.ts';
import { surveysOf } from '../store/surveys.ts';
import { getResults, type ResultsViewer } from './results.ts';
import { getTable } from './tables.ts';

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
  pairs: (Compared &
    Pick<GoalPair, 'matchedBy' | 'sameDefinition'> & { versionsNotComparable: boolean; one: Result; other: Result })[];
  alone: { one: ShownLone[]; other: ShownLone[] };
}

/** Figures come from `getResults`, so that what is protected in each programme is protected here. @throws Problem not-found */
export async function compareProgrammes(one: Programme, other: Programme, viewer: ResultsViewer): Promise<Comparison> {
  const [first, second] = [await getResults(one.slug, viewer, {}), await getResults(other.slug, viewer, {})];
  const { pairs, alone } = pairGoals(one.goals, other.goals);
  const [asked, askedThere] = [await askedIn(one, first), await askedIn(other, second)];
  return {
    one: sideOf(one, first),
    other: sideOf(other, second),
    pairs: pairs.flatMap(({ one: left, other: right, matchedBy, sameDefinition }) => {
      const [a, b] = [resultOf(first, left.id), resultOf(second, right.id)];
      if (!a || !b) return [];
      const versionsNotComparable = spansBreak(asked, askedThere, left, right);
      return [{ one: a, other: b, matchedBy, sameDefinition, versionsNotComparable, ...differenceOf(a, b) }];
    }),
    alone: { one: alone.one.map(shown), other: alone.other.map(shown) },
  };
}

interface Asked {
  source: Parameters<typeof stretchesOf>[0];
  /** Surveys of the programme's own, by name. */
  own: ReadonlySet<string>;
  /** By name the newest version that is asked there. */
  newest: ReadonlyMap<string, AnyDefinition>;
}

async function askedIn(programme: Programme, { computedAt }: ProgrammeResults): Promise<Asked> {
  const versions = await surveysOf(programme.slug);
  const surveys = versions.map(({ definition }) => definition);
  const own = new Set(versions.flatMap(({ name, programme: owner }) => (owner === null ? [] : [name])));
  const asked = versions.filter(({ name, programme: owner }) => owner !== null || !own.has(name));
  const oldestFirst = asked.toSorted((a, b) => a.version - b.version);
  const newest = new Map(oldestFirst.map(({ name, definition }) => [name, definition]));
  return { source: { surveys, table: await getTable(programme, surveys, computedAt.slice(0, 10)) }, own, newest };
}

/**
 * Of surveys that are not the same, one or both being a programme's own, nobody has said how they compare: their questions are
 * compared as they stand. Of the same survey the answers of both programmes are looked at together.
 */
function spansBreak(one: Asked, other: Asked, goal: Goal, counterpart: Goal): boolean {
  const [here, there] = [stretchesOf(one.source, goal), stretchesOf(other.source, counterpart)];
  const { survey } = goal.indicator;
  if (survey === undefined || (!one.own.has(survey) && !other.own.has(survey))) return isBroken(together(here, there));
  return isBroken(here) || isBroken(there) || !areAlike(one, other, goal);
}

function areAlike(one: Asked, other: Asked, goal: Goal): boolean {
  const { survey = '' } = goal.indicator;
  const [here, there] = [one.newest.get(survey), other.newest.get(survey)];
  const counted = questionsCounted(one.source.surveys, goal);
  const compared = here && there ? compareVersions(here, there) : [];
  const isAlike = ({ status }: QuestionComparison) => status === 'unchanged' || status === 'comparable';
  return compared.filter(({ question }) => counted.includes(question)).every(isAlike);
}

const sideOf = ({ slug, title }: Programme, { computedAt }: ProgrammeResults): Side => ({
  ...{ programme: slug, title: localized(title), computedAt },
});
const resultOf = ({ goals }: ProgrammeResults, id: string) => goals.find((each) => each.id === id);
const shown = ({ goal, reason }: LoneGoal): ShownLone => ({ id: goal.id, title: localized(goal.title), reason });

const localized = (text: Record<string, string | undefined>): Record<string, string> =>
  Object.fromEntries(Object.entries(text).filter((pair): pair is [string, string] => pair[1] !== undefined));
