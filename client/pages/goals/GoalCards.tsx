// The same rows for a narrow screen, one under the other.
import { Anchor, Group, Paper, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router';
import type { Programme } from '../../../server/contract/programme.ts';
import type { AnyGoalResult } from '../../api/results.ts';
import { IntervalBar } from '../../charts/IntervalBar.tsx';
import { StatusCell } from '../../components/results/StatusCell.tsx';
import { useText } from '../../components/useText.ts';
import { useRow } from './useRow.ts';

interface Props {
  programme: Programme;
  goals: readonly AnyGoalResult[];
  caption: string;
}

export const GoalCards = ({ programme, goals, caption }: Props) => (
  <Stack component="ul" aria-label={caption} gap="xs" m={0} p={0} style={{ listStyle: 'none' }}>
    {goals.map((goal) => (
      <Card key={goal.id} programme={programme} goal={goal} />
    ))}
  </Stack>
);

const Card = ({ programme, goal }: { programme: Programme; goal: AnyGoalResult }) => {
  const { t } = useTranslation('goals');
  const text = useText();
  const { search } = useLocation();
  const { target, value, base, missing, picture } = useRow(programme, goal);
  const under = [base, missing].filter(Boolean).join(', ');
  return (
    <Paper component="li" withBorder p="sm">
      <Stack gap={6}>
        <Anchor component={Link} to={`${goal.id}${search}`} relative="path" fw={600}>
          {text(goal.title)}
        </Anchor>
        <Group justify="space-between" align="start" gap="xs">
          <div>
            {value && (
              <Text fz="xl" fw={700} lh={1.2}>
                {value}
              </Text>
            )}
            {under && (
              <Text size="sm" className="quiet">
                {under}
              </Text>
            )}
            {target && (
              <Text size="sm">
                {t('target')}: {target}
              </Text>
            )}
          </div>
          <StatusCell goal={goal} />
        </Group>
        {picture && (
          <Group gap="xs">
            <IntervalBar {...picture} />
            <Text size="xs" className="quiet">
              {picture.words}
            </Text>
          </Group>
        )}
      </Stack>
    </Paper>
  );
};
