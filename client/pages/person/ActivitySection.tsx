import { Button, Group, NumberInput, Stack, Table, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import type { EnrolmentPage } from '../../../server/contract/enrolment.ts';
import { useDeleteActivity, usePutActivity } from '../../api/enrolments.ts';
import { today } from '../../components/enrolment/today.ts';
import { useFieldErrors } from '../../components/enrolment/useFieldErrors.ts';
import { ProblemNotice } from '../../components/ProblemNotice.tsx';
import { Section } from '../../components/Section.tsx';
import { useNumbers } from '../../components/useNumbers.ts';
import { RemoveButton } from './RemoveButton.tsx';
import { decimalsOf, useHoursInput } from './useHoursInput.ts';

export const ActivitySection = ({ slug, page }: { slug: string; page: EnrolmentPage }) => {
  const { t } = useTranslation('person');
  const { decimal } = useNumbers();
  const remove = useDeleteActivity(slug, page.enrolment);
  return (
    <Section title={t('activity')}>
      <Stack>
        <Text size="sm" className="quiet">
          {t('activityLead')}
        </Text>
        {page.activities.length === 0 && <Text>{t('activityEmpty')}</Text>}
        {page.activities.length > 0 && (
          <Table aria-label={t('activity')}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('date')}</Table.Th>
                <Table.Th className="figure">{t('hours')}</Table.Th>
                <Table.Th w={48} aria-hidden="true" />
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {page.activities.map(({ date, hoursPerWeek }) => (
                <Table.Tr key={date}>
                  <Table.Td>{date}</Table.Td>
                  <Table.Td className="figure">{decimal(hoursPerWeek, decimalsOf(hoursPerWeek))}</Table.Td>
                  <Table.Td>
                    <RemoveButton
                      label={t('removeActivity', { date })}
                      consequence={t('removeActivityText')}
                      onRemove={() => remove.mutate(date)}
                    />
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        )}
        {remove.isError && <ProblemNotice error={remove.error} />}
        <ActivityForm slug={slug} enrolment={page.enrolment} />
      </Stack>
    </Section>
  );
};

const ActivityForm = ({ slug, enrolment }: { slug: string; enrolment: string }) => {
  const { t } = useTranslation('person');
  const put = usePutActivity(slug, enrolment);
  const errors = useFieldErrors()(put.error);
  const hours = useHoursInput();
  const form = useForm({ initialValues: { date: today(), hoursPerWeek: '' as number | '' } });
  const send = ({ date, hoursPerWeek }: typeof form.values) =>
    put.mutate(
      { date, hoursPerWeek: Number(hoursPerWeek) },
      { onSuccess: () => form.setFieldValue('hoursPerWeek', '') },
    );
  return (
    <form onSubmit={form.onSubmit(send)}>
      <Stack gap="xs">
        <Group align="start" gap="sm">
          <TextInput
            label={t('date')}
            type="date"
            required
            max={today()}
            {...form.getInputProps('date')}
            error={errors.date}
          />
          <NumberInput
            label={t('hours')}
            required
            w={180}
            {...hours}
            {...form.getInputProps('hoursPerWeek')}
            error={errors.hoursPerWeek}
          />
          <Button type="submit" mt={25} loading={put.isPending}>
            {t('register')}
          </Button>
        </Group>
        {put.isError && Object.keys(errors).length === 0 && <ProblemNotice error={put.error} />}
      </Stack>
    </form>
  );
};
