// A link by which the draft is tried on a phone, by whoever gets it, before it is published.
import { Anchor, Group, Modal, Stack, Text } from '@mantine/core';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { type SurveyDraft, useTryout } from '../../api/surveys.ts';
import { CopyField } from '../../components/CopyField.tsx';
import { Loading } from '../../components/Loading.tsx';
import { ProblemNotice } from '../../components/ProblemNotice.tsx';
import { QrCode } from '../../components/QrCode.tsx';

export const TryoutDialog = ({ draft, onClose }: { draft: SurveyDraft; onClose: () => void }) => {
  const { t } = useTranslation('tryout');
  const { t: common } = useTranslation();
  const { mutate, data, error } = useTryout(draft);
  useEffect(() => mutate(draft.revision), [mutate, draft.revision]);
  return (
    <Modal opened onClose={onClose} title={t('title')} closeButtonProps={{ 'aria-label': common('close') }}>
      <Stack>
        <Text>{t('lead')}</Text>
        {error ? <ProblemNotice error={error} /> : !data && <Loading />}
        {data && (
          <>
            <QrCode link={data.link} label={t('qr')} />
            <CopyField label={t('link')} value={data.link} />
            <Group justify="space-between">
              <Text size="sm" className="quiet">
                {t('until', { date: data.expiresAt.slice(0, 10) })}
              </Text>
              <Anchor href={data.link} target="_blank" rel="noreferrer" size="sm">
                {t('openHere')}
              </Anchor>
            </Group>
          </>
        )}
      </Stack>
    </Modal>
  );
};
