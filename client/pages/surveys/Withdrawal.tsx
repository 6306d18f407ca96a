// Taking a published version out of use for what is new, and taking that back.
import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SurveySummary } from '../../api/surveys.ts';
import { useTakeBack, useWithdrawal } from '../../api/surveyVersions.ts';
import { ProblemNotice } from '../../components/ProblemNotice.tsx';
import { ReasonField } from '../../components/ReasonField.tsx';

export interface VersionProps {
  survey: SurveySummary;
  version: SurveySummary['versions'][number];
}

/** The latest that is not withdrawn: new links are made of it. */
export const offeredOf = ({ versions }: SurveySummary, but?: number): number | undefined =>
  versions.findLast(({ version, withdrawn }) => !withdrawn && version !== but)?.version;

export const Withdrawal = (props: VersionProps) => {
  const { t } = useTranslation('versions');
  const [asking, setAsking] = useState(false);
  const { withdrawn } = props.version;
  const close = () => setAsking(false);
  return (
    <>
      <Button variant="default" size="xs" onClick={() => setAsking(true)}>
        {t(withdrawn ? 'takeBack' : 'withdraw')}
      </Button>
      {asking && (withdrawn ? <TakeBack {...props} onClose={close} /> : <Withdraw {...props} onClose={close} />)}
    </>
  );
};

type DialogProps = VersionProps & { onClose: () => void };

const Withdraw = ({ survey, version: { version }, onClose }: DialogProps) => {
  const { t } = useTranslation('versions');
  const { t: common } = useTranslation();
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const withdraw = useWithdrawal(survey, version);
  const next = offeredOf(survey, version);
  const isMissing = reason.trim() === '';
  const send = () => {
    setTried(true);
    if (!isMissing) withdraw.mutate({ reason }, { onSuccess: onClose });
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('withdrawTitle', { version })}
      closeButtonProps={{ 'aria-label': common('close') }}
    >
      <Stack>
        <Text>{t('withdrawText', { version })}</Text>
        {survey.kind === 'survey' && (
          <Text fw={600}>{next === undefined ? t('withdrawLast') : t('withdrawNext', { version: next })}</Text>
        )}
        <ReasonField
          label={t('withdrawReason')}
          value={reason}
          error={tried && isMissing && t('withdrawReasonNeeded')}
          onChange={setReason}
        />
        {withdraw.isError && <ProblemNotice error={withdraw.error} />}
        <Group justify="end">
          <Button variant="default" onClick={onClose}>
            {common('cancel')}
          </Button>
          <Button color="red.9" onClick={send} loading={withdraw.isPending}>
            {t('withdrawTitle', { version })}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
};

const TakeBack = ({ survey, version: { version }, onClose }: DialogProps) => {
  const { t } = useTranslation('versions');
  const { t: common } = useTranslation();
  const takeBack = useTakeBack(survey, version);
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('takeBackTitle', { version })}
      closeButtonProps={{ 'aria-label': common('close') }}
    >
      <Stack>
        <Text>{t('takeBackText')}</Text>
        {takeBack.isError && <ProblemNotice error={takeBack.error} />}
        <Group justify="end">
          <Button variant="default" onClick={onClose}>
            {common('cancel')}
          </Button>
          <Button onClick={() => takeBack.mutate(undefined, { onSuccess: onClose })} loading={takeBack.isPending}>
            {t('takeBackTitle', { version })}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
};
