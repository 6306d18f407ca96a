import { Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { isStatus, StatusMark, StatusShape } from './StatusMark.tsx';

/** The computed status and, beside it and apart from it, what a person has judged. */
export const StatusCell = ({ goal }: { goal: { status: string | null; verdict: { status: string } | null } }) => {
  const { t } = useTranslation('goals');
  const verdict = goal.verdict?.status;
  return (
    <Stack gap={2} align="start">
      {isStatus(goal.status) && <StatusMark status={goal.status} />}
      {isStatus(verdict) && (
        <span className="status status-quiet status-judged">
          <StatusShape status="judged" />
          {t('verdictIs', { status: t(verdict) })}
        </span>
      )}
    </Stack>
  );
};
