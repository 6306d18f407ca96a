import { Button, Group, Select, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import type { EnrolmentPage, FollowUpForm as Form } from '../../../server/contract/enrolment.ts';
import { useNewFollowUp } from '../../api/enrolments.ts';
import { today } from '../../components/enrolment/today.ts';
import { useFieldErrors } from '../../components/enrolment/useFieldErrors.ts';
import { ProblemNotice } from '../../components/ProblemNotice.tsx';
import { Section } from '../../components/Section.tsx';

type Outcome = Form['outcome'];
const outcomes: readonly Outcome[] = ['forward', 'kept', 'back', 'declined', 'notReached'];

export const FollowUpSection = ({ slug, page }: { slug: string; page: EnrolmentPage }) => {
  const { t } = useTranslation('person');
  return (
    <Section title={t('followUp')}>
      <Stack gap="sm">
        {!page.exit && <Text>{t('followUpBefore')}</Text>}
        {page.followUpDue && (
          <Text>
            {t('followUpDue', { date: page.followUpDue })}{' '}
            {page.followUpDue < today() && (
              <Text span fw={600} c="red.9">
                ! {t('late')}
              </Text>
            )}
          </Text>
        )}
        {page.followUps.map(({ date, outcome }) => (
          <Text key={date}>
            <span className="quiet">{date}</span> {t(`outcomes.${outcome}`)}
          </Text>
        ))}
        {page.exit && <FollowUpForm slug={slug} enrolment={page.enrolment} end={page.exit.end} />}
      </Stack>
    </Section>
  );
};

const FollowUpForm = ({ slug, enrolment, end }: { slug: string; enrolment: string; end: string }) => {
  const { t } = useTranslation('person');
  const create = useNewFollowUp(slug, enrolment);
  const errors = useFieldErrors()(create.error);
  const form = useForm({ initialValues: { date: today(), outcome: null as Outcome | null } });
  const send = ({ date, outcome }: typeof form.values) => {
    if (outcome) create.mutate({ date, outcome }, { onSuccess: () => form.reset() });
  };
  return (
    <form onSubmit={form.onSubmit(send)}>
      <Group align="start" gap="sm">
        <TextInput
          label={t('date')}
          type="date"
          required
          min={end}
          max={today()}
          {...form.getInputProps('date')}
          error={errors.date}
        />
        <Select
          label={t('outcome')}
          required
          style={{ flex: '1 1 14rem' }}
          data={outcomes.map((value) => ({ value, label: t(`outcomes.${value}`) }))}
          value={form.values.outcome}
          onChange={(value) => form.setFieldValue('outcome', outcomes.find((each) => each === value) ?? null)}
          error={errors.outcome}
        />
        <Button type="submit" mt={25} loading={create.isPending} disabled={form.values.outcome === null}>
          {t('register')}
        </Button>
      </Group>
      {create.isError && Object.keys(errors).length === 0 && <ProblemNotice error={create.error} />}
    </form>
  );
};
