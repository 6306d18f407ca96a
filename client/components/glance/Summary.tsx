import { Group, Paper, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { StatusMark, statusNames } from '../results/StatusMark.tsx';
import type { countByStatus } from './summary.ts';

/** How many goals stand where, in one strip. */
export const Summary = ({ counts }: { counts: ReturnType<typeof countByStatus> }) => {
  const { t } = useTranslation('goals');
  return (
    <Paper component="section" withBorder p="sm" aria-label={t('summary')}>
      <Group component="ul" gap="lg" m={0} p={0} style={{ listStyle: 'none' }}>
        {statusNames.map((status) => (
          <Group key={status} component="li" gap={8} wrap="nowrap">
            <Text component="span" fz={26} fw={700} lh={1} className="figures">
              {counts[status]}
            </Text>
            <StatusMark status={status} />
          </Group>
        ))}
      </Group>
    </Paper>
  );
};
