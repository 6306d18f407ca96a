import { Button, Drawer, Group, Radio, Select, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { EnrolmentSummary } from '../../../server/contract/enrolment.ts';
import type { Programme } from '../../../server/contract/programme.ts';
import { useNewEnrolment } from '../../api/enrolments.ts';
import { ApiProblem } from '../../api/fetcher.ts';
import { BackgroundFields } from '../../components/enrolment/BackgroundFields.tsx';
import { ContactFields } from '../../components/enrolment/ContactFields.tsx';
import { emptyForm, newEnrolmentOf } from '../../components/enrolment/form.ts';
import { today } from '../../components/enrolment/today.ts';
import { useFieldErrors } from '../../components/enrolment/useFieldErrors.ts';
import { ProblemNotice } from '../../components/ProblemNotice.tsx';
import { useNames } from './useNames.ts';

interface Props {
  programme: Programme;
  rows: readonly EnrolmentSummary[];
  opened: boolean;
  onClose: () => void;
  onEnrolled: (enrolment: string) => void;
}

export const EnrolDrawer = ({ opened, onClose, ...form }: Props) => {
  const { t } = useTranslation('people');
  const { t: common } = useTranslation();
  return (
    <Drawer
      opened={opened}
      onClose={onClose}
      title={t('enrolTitle')}
      position="right"
      size="lg"
      closeOnClickOutside={false}
      closeButtonProps={{ 'aria-label': common('close') }}
    >
      <EnrolForm onClose={onClose} {...form} />
    </Drawer>
  );
};

/** Each person once, with the names that the list has. */
const personsOf = (rows: readonly EnrolmentSummary[], site: string, nameOf: (row: EnrolmentSummary) => string) => {
  const here = rows.filter((row) => row.site === site);
  return [...new Map(here.map((row) => [row.person, `${nameOf(row)} (${row.start.slice(0, 4)})`]))]
    .map(([value, label]) => ({ value, label }))
    .sort((one, other) => one.label.localeCompare(other.label, 'sv'));
};

const EnrolForm = ({ programme, rows, onClose, onEnrolled }: Omit<Props, 'opened'>) => {
  const { t } = useTranslation('people');
  const { t: words } = useTranslation('enrolment');
  const { t: common } = useTranslation();
  const nameOf = useNames();
  const enrol = useNewEnrolment(programme.slug);
  const errors = useFieldErrors()(enrol.error);
  const [known, setKnown] = useState(false);
  const form = useForm({ initialValues: emptyForm(programme.sites[0]?.slug ?? '', today()) });
  const persons = personsOf(rows, form.values.site, nameOf);
  const send = (values: typeof form.values) =>
    enrol.mutate(newEnrolmentOf(values), { onSuccess: (page) => onEnrolled(page.enrolment) });
  const fieldsToldOf = enrol.error instanceof ApiProblem && Object.keys(errors).length > 0;
  return (
    <form onSubmit={form.onSubmit(send)}>
      <Stack>
        {programme.sites.length > 1 && (
          <Select
            label={words('site')}
            required
            allowDeselect={false}
            data={programme.sites.map(({ slug, title }) => ({ value: slug, label: title }))}
            value={form.values.site}
            onChange={(site) => form.setValues({ site: site ?? '', person: '' })}
            error={errors.site}
          />
        )}
        <TextInput
          label={words('start')}
          type="date"
          required
          max={today()}
          {...form.getInputProps('start')}
          error={errors.start}
        />
        {persons.length > 0 && (
          <Radio.Group
            label={t('who')}
            value={known ? 'known' : 'new'}
            onChange={(value) => {
              setKnown(value === 'known');
              form.setFieldValue('person', '');
            }}
          >
            <Stack gap="xs" mt="xs">
              <Radio value="new" label={t('newPerson')} />
              <Radio value="known" label={t('knownPerson')} />
            </Stack>
          </Radio.Group>
        )}
        {known ? (
          <Select
            label={t('person')}
            description={t('personHelp')}
            required
            searchable
            data={persons}
            value={form.values.person || null}
            onChange={(person) => form.setFieldValue('person', person ?? '')}
            error={errors.person ?? (errors.contact && t('choosePerson'))}
          />
        ) : (
          <ContactFields form={form} errors={errors} />
        )}
        <BackgroundFields form={form} errors={errors} programme={programme} />
        {enrol.isError && !fieldsToldOf && <ProblemNotice error={enrol.error} />}
        <Group justify="end">
          <Button variant="default" onClick={onClose}>
            {common('cancel')}
          </Button>
          <Button type="submit" loading={enrol.isPending} disabled={known && !form.values.person}>
            {t('save')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
};
