// How a new version compares with the one before, and somebody's word that it can be compared all the same.
import { Alert, Checkbox, Group, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ItemComparison, ItemJudgement } from '../../api/items.ts';
import { ReasonField } from '../ReasonField.tsx';
import { ComparisonStatus } from '../survey/ComparisonStatus.tsx';
import { ProblemAdvice, useProblemTitle } from '../survey/ProblemAdvice.tsx';
import { useReasons } from '../survey/useReasons.ts';

export const errorsOf = (judgement: ItemJudgement | undefined) =>
  judgement?.problems.filter(({ severity }) => severity === 'error') ?? [];

export const QuestionErrors = ({ judgement }: { judgement: ItemJudgement | undefined }) => {
  const { t } = useTranslation('items');
  const problemTitle = useProblemTitle();
  const errors = errorsOf(judgement);
  if (errors.length === 0) return null;
  return (
    <Alert color="red" role="alert" title={t('errors')}>
      <ul className="plain-list">
        {errors.map((problem) => (
          <li key={`${problem.path} ${problem.code}`}>
            <Text span size="sm" fw={600}>
              {problemTitle(problem)}.
            </Text>{' '}
            <ProblemAdvice problem={problem} />
          </li>
        ))}
      </ul>
    </Alert>
  );
};

interface Props {
  comparison: ItemComparison;
  /** Number of the version before. */
  version: number;
  /** undefined: not declared comparable */
  reason: string | undefined;
  onReason: (reason: string | undefined) => void;
  error: string | false;
}

export const Finding = ({ comparison: { status, reasons }, version, reason, onReason, error }: Props) => {
  const { t } = useTranslation('items');
  const reasonText = useReasons();
  if (status === 'unchanged') return <Text size="sm">{t('findingNothing', { version })}</Text>;
  return (
    <Stack gap={6}>
      <Group gap="xs">
        <Text size="sm">{t('finding', { version })}</Text>
        <ComparisonStatus status={reason === undefined ? status : 'comparable'} />
        <Text size="sm">{reasons.map(reasonText).join('; ')}</Text>
      </Group>
      {status === 'notComparable' && (
        <Checkbox
          label={t('declare')}
          checked={reason !== undefined}
          onChange={(event) => onReason(event.currentTarget.checked ? '' : undefined)}
        />
      )}
      {status === 'notComparable' && reason !== undefined && (
        <ReasonField label={t('declareReason')} value={reason} error={error} onChange={onReason} />
      )}
    </Stack>
  );
};
