import { Alert, Button, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ProblemNotice } from '../../components/ProblemNotice.tsx';
import { timeText } from '../../components/survey/dates.ts';
import { useNumbers } from '../../components/useNumbers.ts';
import { GoneNotice, isGone } from './Gone.tsx';
import type { Writing } from './useWriting.ts';

/** Always in the same place: is the text safe, and where. */
export const SavedState = ({ writing }: { writing: Writing }) => {
  const { t } = useTranslation('surveys');
  const { saved, isChanged, isKept } = writing;
  const words = () => {
    if (isChanged) return isKept ? t('notSaved') : t('notKept');
    return saved.changedAt ? t('savedAt', { time: timeText(saved.changedAt) }) : t('untouched');
  };
  return (
    <Text size="sm" role="status" c={isChanged ? '#7a4b00' : undefined}>
      {isChanged ? '○' : '✓'} {words()}
    </Text>
  );
};

export const WritingNotices = ({ writing }: { writing: Writing }) => {
  const { t } = useTranslation('surveys');
  const { decimal } = useNumbers();
  const { tooLarge, failure, restored } = writing;
  return (
    <>
      {tooLarge !== undefined && (
        <Alert color="red" role="alert" mb="sm">
          {t('tooLarge', { size: decimal(tooLarge, 1) })}
        </Alert>
      )}
      {failure !== undefined && !isGone(failure) && <ProblemNotice error={failure} />}
      {isGone(failure) && <GoneNotice onAnew={() => writing.beginAnew()} />}
      {restored !== undefined && writing.isChanged && (
        <Alert color="yellow" mb="sm" role="status">
          <Group justify="space-between">
            <Text size="sm">{t('restored', { time: timeText(restored) })}</Text>
            <Button size="xs" variant="default" onClick={writing.drop}>
              {t('restoredDrop')}
            </Button>
          </Group>
        </Alert>
      )}
    </>
  );
};
