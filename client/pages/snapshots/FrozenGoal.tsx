import { Anchor, Group, Paper, Title } from '@mantine/core';
import { type ReactNode, useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { Snapshot } from '../../api/snapshots.ts';
import { goalAnchor } from '../../components/glance/GoalLink.tsx';
import { StatusCell } from '../../components/results/StatusCell.tsx';
import { useText } from '../../components/useText.ts';
import type { FrozenGoalFigures } from './frozen.ts';
import { GoalFindings } from './GoalFindings.tsx';

interface Props extends FrozenGoalFigures {
  content: Snapshot['content'];
  /** After the figures. */
  children?: ReactNode;
}

/** One goal of a snapshot as a chapter: its figures, groups, how it is counted and what was judged. */
export const FrozenGoal = ({ content, goal, result, children }: Props) => {
  const { t } = useTranslation('snapshots');
  const text = useText();
  const heading = useId();
  return (
    <Paper
      component="section"
      id={goalAnchor(goal.id)}
      aria-labelledby={heading}
      className="frozen-goal"
      withBorder
      p="md"
      radius="md"
    >
      <Group justify="space-between" align="start" mb="sm">
        <Title order={2} id={heading} style={{ flex: '1 1 16rem' }}>
          {text(goal.title)}
        </Title>
        <StatusCell goal={result} />
      </Group>
      <GoalFindings content={content} goal={goal} result={result} />
      {children}
      <Anchor href="#content" size="sm" className="no-print" mt="sm" display="inline-block">
        {t('toGlance')}
      </Anchor>
    </Paper>
  );
};
