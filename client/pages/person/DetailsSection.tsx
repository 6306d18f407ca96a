import { Button, Drawer, Group, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { EnrolmentPage } from '../../../server/contract/enrolment.ts';
import type { Programme } from '../../../server/contract/programme.ts';
import { useEnrolmentChange } from '../../api/enrolments.ts';
import { BackgroundFields } from '../../components/enrolment/BackgroundFields.tsx';
import { ContactFields } from '../../components/enrolment/ContactFields.tsx';
import { changeOf, formOf } from '../../components/enrolment/form.ts';
import { today } from '../../components/enrolment/today.ts';
import { useFieldErrors } from '../../components/enrolment/useFieldErrors.ts';
import { ProblemNotice } from '../../components/ProblemNotice.tsx';
import { Section } from '../../components/Section.tsx';
import { useText } from '../../components/useText.ts';
import { languageName } from '../../text/respond/languages.ts';
import { Details } from './Details.tsx';

interface Props {
  programme: Programme;
  page: EnrolmentPage;
}

export const DetailsSection = ({ programme, page }: Props) => {
  const { t } = useTranslation('person');
  const { t: words } = useTranslation('enrolment');
  const { t: common } = useTranslation();
  const text = useText();
  const [editing, setEditing] = useState(false);
  const { contact } = page;
  const referrer = programme.codes.referrer?.find((code) => code.value === page.referrer);
  return (
    <Section
      title={t('details')}
      actions={
        <Button variant="default" onClick={() => setEditing(true)}>
          {t('edit')}
        </Button>
      }
    >
      <Details
        rows={[
          [words('email'), contact.email],
          [words('phone'), contact.phone],
          [words('language'), contact.language && languageName(contact.language)],
          [words('gender'), page.gender && words(page.gender)],
          [words('birthYear'), page.birthYear],
          [words('bornAbroad'), page.bornAbroad && words(page.bornAbroad)],
          [words('referrer'), text(referrer?.title) || page.referrer],
          ...programme.fields.map(({ name, title }) => [text(title), page.fields[name]] as const),
        ]}
      />
      <Drawer
        opened={editing}
        onClose={() => setEditing(false)}
        title={t('editTitle')}
        position="right"
        size="lg"
        closeOnClickOutside={false}
        closeButtonProps={{ 'aria-label': common('close') }}
      >
        <EditForm programme={programme} page={page} onClose={() => setEditing(false)} />
      </Drawer>
    </Section>
  );
};

const EditForm = ({ programme, page, onClose }: Props & { onClose: () => void }) => {
  const { t: words } = useTranslation('enrolment');
  const { t: common } = useTranslation();
  const change = useEnrolmentChange(programme.slug, page.enrolment);
  const errors = useFieldErrors()(change.error);
  const form = useForm({ initialValues: formOf(page) });
  const named = page.contact.name !== '';
  return (
    <form onSubmit={form.onSubmit((values) => change.mutate(changeOf(values, named), { onSuccess: onClose }))}>
      <Stack>
        <TextInput
          label={words('start')}
          type="date"
          required
          max={today()}
          {...form.getInputProps('start')}
          error={errors.start}
        />
        <ContactFields form={form} errors={errors} named={named} />
        <BackgroundFields form={form} errors={errors} programme={programme} />
        {change.isError && Object.keys(errors).length === 0 && <ProblemNotice error={change.error} />}
        <Group justify="end">
          <Button variant="default" onClick={onClose}>
            {common('cancel')}
          </Button>
          <Button type="submit" loading={change.isPending}>
            {common('save')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
};
