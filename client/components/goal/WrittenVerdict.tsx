import { Group, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { AnyGoalResult } from '../../api/results.ts';
import { isStatus, StatusMark, StatusShape } from '../results/StatusMark.tsx';

/** What a person judged, with the motivation and whose it is. */
export const WrittenVerdict = ({ verdict }: { verdict: NonNullable<AnyGoalResult['verdict']> }) => {
  const { t } = useTranslation('goals');
  return (
    <Stack component="figure" gap={4} m={0}>
      {isStatus(verdict.status) && (
        <Group gap="xs">
          <span className="status status-quiet status-judged">
            <StatusShape status="judged" />
            {t('verdict')}
          </span>
          <StatusMark status={verdict.status} />
        </Group>
      )}
      <Text component="blockquote" m={0} maw="44rem" style={{ whiteSpace: 'pre-line' }}>
        {verdict.motivation}
      </Text>
      <Text component="figcaption" size="sm" className="quiet">
        {t('verdictBy', { by: verdict.by, date: verdict.date })}
      </Text>
    </Stack>
  );
};
