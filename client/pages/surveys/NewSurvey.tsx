import { Button, Group, Modal, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { ApiProblem } from '../../api/fetcher.ts';
import { type SurveyAddress, useNewSurvey } from '../../api/surveys.ts';
import { ProblemNotice } from '../../components/ProblemNotice.tsx';

interface Props {
  /** Slug of the programme that will own it; null when all may use it. */
  programme: string | null;
  onClose: () => void;
  onCreated: (created: SurveyAddress) => void;
}

export const NewSurvey = ({ programme, onClose, onCreated }: Props) => {
  const { t } = useTranslation('surveys');
  const { t: common } = useTranslation();
  const create = useNewSurvey();
  const form = useForm({
    initialValues: { name: '', sv: '', en: '' },
    validate: {
      name: (name) => (/^[a-z][a-z0-9-]{0,63}$/.test(name) ? null : t('nameWrong')),
      sv: (title) => (title.trim() ? null : t('titleNeeded')),
      en: (title) => (title.trim() ? null : t('titleNeeded')),
    },
  });
  const isTaken = create.error instanceof ApiProblem && create.error.code === 'already-exists';
  const send = ({ name, sv, en }: typeof form.values) =>
    create.mutate(
      { name, programme, title: { sv: sv.trim(), en: en.trim() } },
      { onSuccess: () => onCreated({ name, programme }) },
    );
  return (
    <Modal opened onClose={onClose} title={t('new')} size="lg" closeButtonProps={{ 'aria-label': common('close') }}>
      <form onSubmit={form.onSubmit(send)} noValidate>
        <Stack>
          <Text className="quiet">{t('newLead')}</Text>
          <TextInput label={t('titleSv')} required {...form.getInputProps('sv')} />
          <TextInput label={t('titleEn')} required {...form.getInputProps('en')} />
          <TextInput
            label={t('name')}
            description={t('nameHelp')}
            required
            autoCapitalize="none"
            spellCheck={false}
            {...form.getInputProps('name')}
            error={form.errors.name ?? (isTaken && t('nameTaken'))}
          />
          {create.isError && !isTaken && <ProblemNotice error={create.error} />}
          <Group justify="end">
            <Button variant="default" onClick={onClose}>
              {common('cancel')}
            </Button>
            <Button type="submit" loading={create.isPending}>
              {t('create')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
};
