import { Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { useNewSurvey } from '../../../api/surveys.ts';
import { EndOfForm } from './EndOfForm.tsx';
import { NameField } from './NameField.tsx';
import type { NewSurveyProps } from './naming.ts';
import { isTaken, useNameCheck } from './naming.ts';

/** A draft with one question. */
export const FromNothing = ({ programme, onClose, onCreated }: NewSurveyProps) => {
  const { t } = useTranslation('surveys');
  const nameCheck = useNameCheck();
  const create = useNewSurvey();
  const needed = (title: string) => (title.trim() ? null : t('titleNeeded'));
  const form = useForm({
    initialValues: { name: '', sv: '', en: '' },
    validate: { name: nameCheck, sv: needed, en: needed },
  });
  const send = ({ name, sv, en }: typeof form.values) =>
    create.mutate(
      { name, programme, title: { sv: sv.trim(), en: en.trim() } },
      { onSuccess: () => onCreated({ name, programme }) },
    );
  return (
    <form onSubmit={form.onSubmit(send)} noValidate>
      <Stack>
        <Text className="quiet">{t('newLead')}</Text>
        <TextInput label={t('titleSv')} required {...form.getInputProps('sv')} />
        <TextInput label={t('titleEn')} required {...form.getInputProps('en')} />
        <NameField input={form.getInputProps('name')} taken={isTaken(create.error)} />
        <EndOfForm creating={create} onClose={onClose} />
      </Stack>
    </form>
  );
};
