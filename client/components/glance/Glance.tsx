import { Stack, Text } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import type { Programme } from '../../../server/contract/programme.ts';
import type { AnyGoalResult } from '../../api/results.ts';
import { Section } from '../Section.tsx';
import { GoalCards } from './GoalCards.tsx';
import { GoalTable } from './GoalTable.tsx';
import { Summary } from './Summary.tsx';
import { countByStatus, isGoal } from './summary.ts';

interface Props {
  programme: Programme;
  goals: readonly AnyGoalResult[];
  /** Each goal leads to its part of the same page rather than to a page of its own. */
  within?: boolean;
}

/** All goals with target, value, base, interval and status; then the figures that have no target. */
export const Glance = ({ programme, goals, within = false }: Props) => {
  const { t } = useTranslation('goals');
  const narrow = useMediaQuery('(max-width: 48em)', false, { getInitialValueInEffect: false });
  const own = goals.filter(isGoal);
  const followed = goals.filter((goal) => !isGoal(goal));
  const list = (shown: readonly AnyGoalResult[], caption: string, plain: boolean) =>
    narrow ? (
      <GoalCards {...{ programme, goals: shown, caption, within }} />
    ) : (
      <GoalTable {...{ programme, goals: shown, caption, within, plain }} />
    );
  return (
    <Stack gap="md">
      <Summary counts={countByStatus(goals)} />
      {own.length > 0 && <Section title={t('goal')}>{list(own, t('goal'), false)}</Section>}
      {followed.length > 0 && (
        <Section title={t('followed')}>
          <Text className="quiet" mb="xs">
            {t('followedLead')}
          </Text>
          {list(followed, t('followed'), true)}
        </Section>
      )}
    </Stack>
  );
};
