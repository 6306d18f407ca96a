// What the parts of the form for a goal have in common.
import type { Goal, Programme, ProgrammeInput } from '../../../../server/contract/programme.ts';
import type { AskedName } from '../../../components/condition/asked.ts';

export type GoalInput = NonNullable<ProgrammeInput['goals']>[number];
export type Indicator = Goal['indicator'];

export interface PartProps {
  goal: GoalInput;
  /** As saved: what can be chosen from. */
  programme: Programme;
  names: readonly AskedName[];
  errorAt: (path: string) => string | undefined;
  onChange: (goal: GoalInput) => void;
}

/** Without what has no value. */
const given = <Value extends object>(value: Value): Value =>
  Object.fromEntries(Object.entries(value).filter(([, each]) => each !== undefined && each !== '')) as Value;

export const withIndicator = (goal: GoalInput, part: Partial<Indicator>): GoalInput => ({
  ...goal,
  indicator: given({ ...goal.indicator, ...part }),
});
/** Undefined takes a part away. */
export const withPart = (goal: GoalInput, part: { [Key in keyof GoalInput]?: GoalInput[Key] | undefined }): GoalInput =>
  given({ ...goal, ...part }) as GoalInput;

/** Whether there is enough of the goal to count it. */
export const isWhole = ({ measure, population, survey, of, reach }: Indicator): boolean => {
  if (measure === 'judged' || population === undefined) return false;
  if (population === 'responses' && survey === undefined) return false;
  const counted = measure === 'shareOfSites' ? reach : { measure, of };
  return counted !== undefined && (['count', 'people'].includes(counted.measure) || (counted.of?.length ?? 0) > 0);
};
