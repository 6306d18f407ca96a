import { Anchor } from '@mantine/core';
import { Link, useLocation } from 'react-router';
import type { AnyGoalResult } from '../../api/results.ts';
import { useText } from '../useText.ts';

/** Where a goal stands on a page that shows them all. */
export const goalAnchor = (goal: string): string => `goal-${goal}`;

/** To the goal's own page, with the filters that are set; `within`: to its part of this page. */
export const GoalLink = ({ goal, within }: { goal: AnyGoalResult; within: boolean }) => {
  const text = useText();
  const { search } = useLocation();
  if (within)
    return (
      <Anchor href={`#${goalAnchor(goal.id)}`} fw={600}>
        {text(goal.title)}
      </Anchor>
    );
  return (
    <Anchor component={Link} to={`${goal.id}${search}`} relative="path" fw={600}>
      {text(goal.title)}
    </Anchor>
  );
};
