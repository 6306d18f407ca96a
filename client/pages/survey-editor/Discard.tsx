import { Alert, Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiProblem } from '../../api/fetcher.ts';
import { type SurveyDraft, useDraftRemoval } from '../../api/surveys.ts';
import { ProblemNotice } from '../../components/ProblemNotice.tsx';

interface Props {
  draft: SurveyDraft;
  /** Number of the latest published version; 0 when there is none. */
  latest: number;
  onDiscarded: () => void;
}

export const Discard = ({ draft, latest, onDiscarded }: Props) => {
  const { t } = useTranslation('surveys');
  const { t: common } = useTranslation();
  const [asking, setAsking] = useState(false);
  const remove = useDraftRemoval(draft);
  // What was never saved is in the browser alone.
  const discard = () =>
    draft.changedAt === null ? onDiscarded() : remove.mutate(draft.revision, { onSuccess: onDiscarded });
  const { error } = remove;
  const isNewer = error instanceof ApiProblem && error.code === 'stale-revision';
  const close = () => {
    remove.reset();
    setAsking(false);
  };
  return (
    <>
      <Button variant="subtle" color="red" c="red.9" onClick={() => setAsking(true)}>
        {t('discard')}
      </Button>
      <Modal opened={asking} onClose={close} title={t('discard')} closeButtonProps={{ 'aria-label': common('close') }}>
        <Stack>
          <Text>{latest > 0 ? t('discardText', { version: latest }) : t('discardNew')}</Text>
          {isNewer && (
            <Alert color="yellow" role="alert">
              {t('discardNewer')}
            </Alert>
          )}
          {remove.isError && !isNewer && <ProblemNotice error={error} />}
          <Group justify="end">
            <Button variant="default" onClick={close}>
              {common('cancel')}
            </Button>
            <Button color="red.9" onClick={discard} loading={remove.isPending}>
              {t('discard')}
            </Button>
          </Group>
        </Stack>
      </Modal>
    </>
  );
};
