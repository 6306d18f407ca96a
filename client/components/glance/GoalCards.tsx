// The same rows for a narrow screen, one under the other.
import { Group, Paper, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Programme } from '../../../server/contract/programme.ts';
import type { AnyGoalResult } from '../../api/results.ts';
import { IntervalBar } from '../../charts/IntervalBar.tsx';
import { StatusCell } from '../results/StatusCell.tsx';
import { GoalLink } from './GoalLink.tsx';
import { useRow } from './useRow.ts';

interface Props {
  programme: Programme;
  goals: readonly AnyGoalResult[];
  caption: string;
  /** Goals stand on the same page. */
  within?: boolean;
}

export const GoalCards = ({ programme, goals, caption, within = false }: Props) => (
  <Stack component="ul" aria-label={caption} gap="xs" m={0} p={0} style={{ listStyle: 'none' }}>
    {goals.map((goal) => (
      <Card key={goal.id} programme={programme} goal={goal} within={within} />
    ))}
  </Stack>
);

type CardProps = Required<Pick<Props, 'programme' | 'within'>> & { goal: AnyGoalResult };
const Card = ({ programme, goal, within }: CardProps) => {
  const { t } = useTranslation('goals');
  const { target, value, base, missing, picture } = useRow(programme, goal);
  const under = [base, missing].filter(Boolean).join(', ');
  return (
    <Paper component="li" withBorder p="sm">
      <Stack gap={6}>
        <GoalLink goal={goal} within={within} />
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
