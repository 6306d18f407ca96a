import { Text } from '@mantine/core';
import { useState } from 'react';
import type { Snapshot } from '../../api/snapshots.ts';
import { goalAnchor } from '../../components/glance/GoalLink.tsx';
import { useRow } from '../../components/glance/useRow.ts';
import { useText } from '../../components/useText.ts';
import type { FrozenGoalFigures } from './frozen.ts';
import { GoalFindings } from './GoalFindings.tsx';

/** A figure that is only followed: one line, and all there is to it when it is opened. A link to it opens it. */
export const FoldedGoal = ({ content, goal, result }: FrozenGoalFigures & { content: Snapshot['content'] }) => {
  const text = useText();
  const { value, base } = useRow(content.definition, result);
  const [isOpen, setOpen] = useState(false);
  return (
    <details className="folded" onToggle={(event) => setOpen(event.currentTarget.open)}>
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
        {isOpen && <GoalFindings content={content} goal={goal} result={result} />}
      </div>
    </details>
  );
};
