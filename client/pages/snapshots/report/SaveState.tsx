import { Alert, Button, CloseButton, Group, Paper, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { timeText } from '../../../components/survey/dates.ts';
import { useProblemText } from '../../../components/useProblemText.ts';
import { conflictAnchor } from './Conflict.tsx';
import { useWriting } from './useWriter.ts';
import type { Writer, Writing } from './writer.ts';

const whole = (writing: Writing) => writing;

/** Always in the same place: whether what is written is saved, and what stands in the way when it is not. */
export const SaveState = ({ writer }: { writer: Writer }) => {
  const writing = useWriting(writer, whole);
  const { failure, conflicts, joined } = writing;
  return (
    <Paper withBorder px="md" py="xs" radius="md" className="save-state no-print">
      {joined !== undefined && <Joined name={joined} onClose={writer.closeJoined} />}
      {conflicts.length > 0 && <Waiting conflicts={conflicts} />}
      {conflicts.length === 0 && failure !== undefined && (
        <Failed writing={writing} onAgain={() => void writer.saveNow()} />
      )}
      {conflicts.length === 0 && failure === undefined && <Usual writing={writing} />}
    </Paper>
  );
};

const Usual = ({ writing: { isSaving, isChanged, saved } }: { writing: Writing }) => {
  const { t } = useTranslation('report');
  const word = isSaving ? t('saving') : isChanged ? t('notSaved') : t('saved');
  return (
    <Group gap="xs">
      <Text size="sm" fw={600}>
        {word}
      </Text>
      {saved.changedAt && saved.changedBy && (
        <Text size="sm" className="quiet" visibleFrom="sm">
          {t('writtenBy', { date: timeText(saved.changedAt), name: saved.changedBy })}
        </Text>
      )}
    </Group>
  );
};

const Waiting = ({ conflicts }: Pick<Writing, 'conflicts'>) => {
  const { t } = useTranslation('report');
  const show = () => document.getElementById(conflictAnchor(conflicts[0] ?? ''))?.scrollIntoView({ block: 'center' });
  return (
    <Group gap="xs" role="status">
      <Text size="sm" fw={600}>
        {t('conflictWaits', { count: conflicts.length })}
      </Text>
      <Button size="compact-sm" variant="default" onClick={show}>
        {t('goToConflict')}
      </Button>
    </Group>
  );
};

const Failed = ({ writing: { failure, isKept, isSaving }, onAgain }: { writing: Writing; onAgain: () => void }) => {
  const { t } = useTranslation('report');
  const { t: common } = useTranslation();
  const problemText = useProblemText();
  return (
    <Group gap="xs" role="alert">
      <Text size="sm" fw={600} c="red.9">
        {t(isKept ? 'failed' : 'keptNowhere')}
      </Text>
      <Text size="sm">{problemText(failure)}</Text>
      <Button size="compact-sm" variant="default" loading={isSaving} onClick={onAgain}>
        {common('again')}
      </Button>
    </Group>
  );
};

const Joined = ({ name, onClose }: { name: string; onClose: () => void }) => {
  const { t } = useTranslation('report');
  const { t: common } = useTranslation();
  return (
    <Alert color="gray" variant="light" p="xs" mb="xs" role="status">
      <Group justify="space-between" wrap="nowrap">
        <Text size="sm">{t('joined', { name })}</Text>
        <CloseButton aria-label={common('close')} onClick={onClose} />
      </Group>
    </Alert>
  );
};
