// What was frozen, as the parts of a page need it.
import type { Goal } from '../../../server/contract/programme.ts';
import type { AnyGoalResult } from '../../api/results.ts';
import type { Snapshot } from '../../api/snapshots.ts';
import { pairChoices, singleChoices } from '../../components/goal/choices.ts';
import { type Localized, type Question, questionsOf } from '../../components/goal/questions.ts';

type Content = Snapshot['content'];
export interface FrozenGoalFigures {
  goal: Goal;
  result: AnyGoalResult;
}

/** In the order of the programme. */
export const frozenGoals = ({ definition, results }: Content): FrozenGoalFigures[] =>
  definition.goals.flatMap((goal) => {
    const result = results.goals.find((each) => each.id === goal.id);
    return result ? [{ goal, result }] : [];
  });

const sameNames = (one: string, other: string) => one.split('*').sort().join() === other.split('*').sort().join();

/** Which breakdowns of the goal were frozen, in the order that live results offer them. */
export const frozenChoices = ({ definition }: Content, { goal, result }: FrozenGoalFigures): string[] => {
  const frozen = [...new Set(result.groups.map(({ by }) => Object.keys(by).join('*')))];
  const offered = [...singleChoices(definition, goal), ...pairChoices(definition, goal)];
  return offered.filter((choice) => frozen.some((each) => sameNames(each, choice)));
};

/** The survey whose answers a goal counts, in its latest frozen version. */
export const frozenSurvey = (
  { surveys }: Content,
  { indicator }: Goal,
): { name: string; title: Localized; questions: Map<string, Question> } => {
  const name = indicator.survey ?? (indicator.population === 'assessed' ? 'progression-card' : '');
  const latest = surveys.filter((each) => each.name === name).toSorted((a, b) => b.version - a.version)[0];
  if (!latest) return { name, title: '', questions: new Map() };
  const { title } = latest.definition as { title?: Localized };
  return { name, title: title ?? '', questions: questionsOf({ ...latest.definition }) };
};
