import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
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
  const discard = () => (draft.revision === 0 ? onDiscarded() : remove.mutate(undefined, { onSuccess: onDiscarded }));
  return (
    <>
      <Button variant="subtle" color="red" c="red.9" onClick={() => setAsking(true)}>
        {t('discard')}
      </Button>
      <Modal
        opened={asking}
        onClose={() => setAsking(false)}
        title={t('discard')}
        closeButtonProps={{ 'aria-label': common('close') }}
      >
        <Stack>
          <Text>{latest > 0 ? t('discardText', { version: latest }) : t('discardNew')}</Text>
          {remove.isError && <ProblemNotice error={remove.error} />}
          <Group justify="end">
            <Button variant="default" onClick={() => setAsking(false)}>
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
