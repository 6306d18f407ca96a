import { Text } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { Snapshot } from '../../api/snapshots.ts';
import { goalAnchor } from '../../components/glance/GoalLink.tsx';
import { useRow } from '../../components/glance/useRow.ts';
import { useText } from '../../components/useText.ts';
import type { FrozenGoalFigures } from './frozen.ts';
import { GoalFindings } from './GoalFindings.tsx';

interface Props extends FrozenGoalFigures {
  content: Snapshot['content'];
  startsOpen?: boolean;
  /** After the figures. */
  children?: ReactNode;
}

/** A figure that is only followed: one line, and all there is to it when it is opened. A link to it opens it. */
export const FoldedGoal = ({ content, goal, result, startsOpen = false, children }: Props) => {
  const text = useText();
  const { value, base } = useRow(content.definition, result);
  const [isOpen, setOpen] = useState(startsOpen);
  return (
    <details className="folded" open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        {text(goal.title)}: <strong>{value}</strong>
        {base && (
          <Text span size="sm" className="quiet">
            {' '}
            ({base})
          </Text>
        )}
      </summary>
      <div id={goalAnchor(goal.id)} className="frozen-goal">
        {isOpen && (
          <>
            <GoalFindings content={content} goal={goal} result={result} />
            {children}
          </>
        )}
      </div>
    </details>
  );
};
