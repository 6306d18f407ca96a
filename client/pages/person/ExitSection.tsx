import { Button, Group, Modal, Select, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { modals } from '@mantine/modals';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { EnrolmentPage } from '../../../server/contract/enrolment.ts';
import type { Programme } from '../../../server/contract/programme.ts';
import { useDeleteExit, usePutExit } from '../../api/enrolments.ts';
import { today } from '../../components/enrolment/today.ts';
import { useFieldErrors } from '../../components/enrolment/useFieldErrors.ts';
import { ProblemNotice } from '../../components/ProblemNotice.tsx';
import { Section } from '../../components/Section.tsx';
import { useText } from '../../components/useText.ts';
import { Details } from './Details.tsx';

interface Props {
  programme: Programme;
  page: EnrolmentPage;
}

export const ExitSection = ({ programme, page }: Props) => {
  const { t } = useTranslation('person');
  const { t: common } = useTranslation();
  const text = useText();
  const [editing, setEditing] = useState(false);
  const takeBack = useDeleteExit(programme.slug, page.enrolment);
  const { exit } = page;
  const titleOf = (list: 'exitReason' | 'exitStatus', value: string | null | undefined) =>
    text(programme.codes[list].find((code) => code.value === value)?.title) || value;
  const ask = () =>
    modals.openConfirmModal({
      title: t('removeExit'),
      children: t('removeExitText'),
      labels: { confirm: t('removeExit'), cancel: common('cancel') },
      confirmProps: { color: 'red.9' },
      onConfirm: () => takeBack.mutate(undefined),
    });
  return (
    <Section
      title={t('exit')}
      actions={
        <Group gap="xs">
          {exit && page.followUps.length === 0 && (
            <Button variant="default" onClick={ask} loading={takeBack.isPending}>
              {t('removeExit')}
            </Button>
          )}
          <Button variant="default" onClick={() => setEditing(true)}>
            {exit ? t('changeExit') : t('registerExit')}
          </Button>
        </Group>
      }
    >
      {takeBack.isError && <ProblemNotice error={takeBack.error} />}
      {exit ? (
        <Details
          rows={[
            [t('end'), exit.end],
            [t('reason'), titleOf('exitReason', exit.exitReason)],
            [t('status'), titleOf('exitStatus', exit.exitStatus)],
          ]}
        />
      ) : (
        <Text>{t('exitEmpty')}</Text>
      )}
      <Modal
        opened={editing}
        onClose={() => setEditing(false)}
        title={exit ? t('changeExit') : t('registerExit')}
        closeButtonProps={{ 'aria-label': common('close') }}
      >
        <ExitForm programme={programme} page={page} onClose={() => setEditing(false)} />
      </Modal>
    </Section>
  );
};

const ExitForm = ({ programme, page, onClose }: Props & { onClose: () => void }) => {
  const { t } = useTranslation('person');
  const { t: common } = useTranslation();
  const text = useText();
  const put = usePutExit(programme.slug, page.enrolment);
  const errors = useFieldErrors()(put.error);
  const form = useForm({
    initialValues: {
      end: page.exit?.end ?? today(),
      exitReason: page.exit?.exitReason ?? null,
      exitStatus: page.exit?.exitStatus ?? null,
    },
  });
  const send = ({ end, exitReason, exitStatus }: typeof form.values) =>
    put.mutate({ end, ...(exitReason && { exitReason }), ...(exitStatus && { exitStatus }) }, { onSuccess: onClose });
  const code = (name: 'exitReason' | 'exitStatus', label: string) => (
    <Select
      label={label}
      data={programme.codes[name].map(({ value, title }) => ({ value, label: text(title) }))}
      clearable
      searchable
      {...form.getInputProps(name)}
      error={errors[name]}
    />
  );
  return (
    <form onSubmit={form.onSubmit(send)}>
      <Stack>
        <TextInput
          label={t('end')}
          type="date"
          required
          min={page.start}
          max={today()}
          {...form.getInputProps('end')}
          error={errors.end}
        />
        {code('exitReason', t('reason'))}
        {code('exitStatus', t('status'))}
        {put.isError && Object.keys(errors).length === 0 && <ProblemNotice error={put.error} />}
        <Group justify="end">
          <Button variant="default" onClick={onClose}>
            {common('cancel')}
          </Button>
          <Button type="submit" loading={put.isPending}>
            {common('save')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
};
