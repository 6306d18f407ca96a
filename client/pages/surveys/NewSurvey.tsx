import { Modal, SegmentedControl, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SurveyAddress } from '../../api/surveys.ts';
import { FromJson } from './new/FromJson.tsx';
import { FromNothing } from './new/FromNothing.tsx';
import { FromXlsform } from './new/FromXlsform.tsx';

interface Props {
  /** Slug of the programme that will own it; null when all may use it. */
  programme: string | null;
  onClose: () => void;
  onCreated: (created: SurveyAddress) => void;
}

const origins = { nothing: FromNothing, json: FromJson, xlsform: FromXlsform };
type Origin = keyof typeof origins;

export const NewSurvey = ({ programme, onClose, onCreated }: Props) => {
  const { t } = useTranslation('surveys');
  const { t: words } = useTranslation('surveyImport');
  const { t: common } = useTranslation();
  const [origin, setOrigin] = useState<Origin>('nothing');
  const Form = origins[origin];
  return (
    <Modal opened onClose={onClose} title={t('new')} size="xl" closeButtonProps={{ 'aria-label': common('close') }}>
      <Stack>
        <div>
          <Text size="sm" fw={500} mb={4} aria-hidden>
            {words('from')}
          </Text>
          <SegmentedControl
            aria-label={words('from')}
            value={origin}
            onChange={(value) => setOrigin(value as Origin)}
            data={(Object.keys(origins) as Origin[]).map((value) => ({ value, label: words(`origins.${value}`) }))}
          />
        </div>
        <Form programme={programme} onClose={onClose} onCreated={onCreated} />
      </Stack>
    </Modal>
  );
};
