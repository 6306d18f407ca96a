import { Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import type { ImportedSurvey } from '../../../api/surveyImport.ts';
import { useSurveyFromSource } from '../../../api/surveys.ts';
import { EndOfForm } from './EndOfForm.tsx';
import { NameField } from './NameField.tsx';
import { isName, isTaken, type NewSurveyProps, objectIn, useNameCheck } from './naming.ts';

/** Name and title as the form proposes them, to be changed before the draft begins. */
export const CreateImported = ({
  imported,
  programme,
  onClose,
  onCreated,
}: NewSurveyProps & { imported: ImportedSurvey }) => {
  const { t } = useTranslation('surveys');
  const { t: words } = useTranslation('surveyImport');
  const nameCheck = useNameCheck();
  const create = useSurveyFromSource();
  const survey = objectIn(imported.source) ?? {};
  const title = (survey.title ?? {}) as Record<string, string>;
  const isEnglish = imported.languages.includes('en');
  const form = useForm({
    initialValues: { name: isName(survey.name) ? survey.name : '', sv: title.sv ?? '', en: title.en ?? '' },
    validate: { name: nameCheck, sv: (text) => (text.trim() ? null : t('titleNeeded')) },
  });
  const send = ({ name, sv, en }: typeof form.values) => {
    const titled = { ...title, sv: sv.trim(), ...(en.trim() && { en: en.trim() }) };
    const source = JSON.stringify({ ...survey, name, title: titled }, null, 2);
    create.mutate({ name, programme, source }, { onSuccess: () => onCreated({ name, programme }) });
  };
  return (
    <form onSubmit={form.onSubmit(send)} noValidate>
      <Stack>
        <TextInput label={t('titleSv')} required {...form.getInputProps('sv')} />
        {isEnglish && <TextInput label={t('titleEn')} {...form.getInputProps('en')} />}
        <NameField input={form.getInputProps('name')} taken={isTaken(create.error)} />
        <Text size="sm">{words('remains')}</Text>
        <EndOfForm creating={create} onClose={onClose} />
      </Stack>
    </form>
  );
};
