import { Button, Group, Modal, NumberInput, Select, Stack, Text } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import type { Programme } from '../../../server/contract/programme.ts';
import { type CreatedInvitations, useNewInvitations } from '../../api/invitations.ts';
import { ProblemNotice } from '../../components/ProblemNotice.tsx';
import { useText } from '../../components/useText.ts';
import { useSurveyTitle } from './useSurveyTitle.ts';

interface Props {
  opened: boolean;
  definition: Programme;
  onClose: () => void;
  onMade: (made: CreatedInvitations) => void;
}

/** Surveys that goals or waves of the programme speak of come with the three built-in ones that are answered by link. */
const surveysOf = (definition: Programme): string[] => [
  ...new Set([
    'exit',
    'treatment',
    'collaboration',
    ...definition.waves.map((wave) => wave.survey),
    ...definition.goals.flatMap((goal) => (goal.indicator.survey ? [goal.indicator.survey] : [])),
  ]),
];

export const MakeLinks = ({ opened, definition, onClose, onMade }: Props) => {
  const { t } = useTranslation('invitations');
  const { t: common } = useTranslation();
  const text = useText();
  const surveyTitle = useSurveyTitle();
  const make = useNewInvitations(definition.slug);
  const form = useForm({
    initialValues: { survey: 'exit', wave: '', site: definition.sites[0]?.slug ?? '', count: 10 },
  });
  const waves = definition.waves.filter((wave) => wave.survey === form.values.survey);
  const send = ({ survey, wave, site, count }: typeof form.values) =>
    make.mutate({ survey, site, count, ...(wave ? { wave } : {}) }, { onSuccess: onMade });
  return (
    <Modal
      closeButtonProps={{ 'aria-label': common('close') }}
      opened={opened}
      onClose={onClose}
      title={t('makeTitle')}
      size="lg"
    >
      <form onSubmit={form.onSubmit(send)}>
        <Stack>
          <Text className="quiet">{t('makeLead')}</Text>
          <Select
            label={t('survey')}
            allowDeselect={false}
            data={surveysOf(definition).map((value) => ({ value, label: surveyTitle(value) }))}
            value={form.values.survey}
            onChange={(survey) => form.setValues({ survey: survey ?? 'exit', wave: '' })}
          />
          {waves.length > 0 && (
            <Select
              label={t('wave')}
              placeholder={t('noWave')}
              clearable
              data={waves.map((wave) => ({
                value: wave.slug,
                label: [
                  text(wave.title),
                  wave.opens && t('opens', { date: wave.opens }),
                  wave.closes && t('closes', { date: wave.closes }),
                ]
                  .filter(Boolean)
                  .join(', '),
              }))}
              value={form.values.wave || null}
              onChange={(wave) => form.setFieldValue('wave', wave ?? '')}
            />
          )}
          <Select
            label={t('site')}
            allowDeselect={false}
            searchable
            data={definition.sites.map((site) => ({ value: site.slug, label: site.title }))}
            {...form.getInputProps('site')}
          />
          <NumberInput label={t('count')} min={1} max={10_000} required {...form.getInputProps('count')} />
          {make.isError && <ProblemNotice error={make.error} />}
          <Group justify="end">
            <Button variant="default" onClick={onClose}>
              {common('cancel')}
            </Button>
            <Button type="submit" loading={make.isPending}>
              {t('make')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
};
