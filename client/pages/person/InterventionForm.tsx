import { Button, Group, Modal, NumberInput, Select, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import type { EnrolmentPage } from '../../../server/contract/enrolment.ts';
import type { Programme } from '../../../server/contract/programme.ts';
import { usePutIntervention } from '../../api/enrolments.ts';
import { today } from '../../components/enrolment/today.ts';
import { useFieldErrors } from '../../components/enrolment/useFieldErrors.ts';
import { ProblemNotice } from '../../components/ProblemNotice.tsx';
import { useText } from '../../components/useText.ts';
import { useHoursInput } from './useHoursInput.ts';

export type Intervention = EnrolmentPage['interventions'][number];
interface Props {
  programme: Programme;
  enrolment: string;
  editing: Intervention | 'new' | undefined;
  onClose: () => void;
}

export const InterventionForm = ({ editing, onClose, ...rest }: Props) => {
  const { t } = useTranslation('person');
  const { t: common } = useTranslation();
  return (
    <Modal
      opened={editing !== undefined}
      onClose={onClose}
      title={editing === 'new' ? t('addIntervention') : t('changeIntervention')}
      closeButtonProps={{ 'aria-label': common('close') }}
    >
      {editing && <Fields editing={editing} onClose={onClose} {...rest} />}
    </Modal>
  );
};

/** Type and start are the intervention's key: when it is changed they stand. */
const Fields = ({ programme, enrolment, editing, onClose }: Props & { editing: Intervention | 'new' }) => {
  const { t } = useTranslation('person');
  const { t: common } = useTranslation();
  const text = useText();
  const hours = useHoursInput();
  const put = usePutIntervention(programme.slug, enrolment);
  const errors = useFieldErrors()(put.error);
  const known = editing === 'new' ? undefined : editing;
  const form = useForm({
    initialValues: {
      type: known?.type ?? '',
      start: known?.start ?? today(),
      end: known?.end ?? '',
      hoursPerWeek: (known?.hoursPerWeek ?? '') as number | '',
    },
  });
  const send = ({ type, start, end, hoursPerWeek }: typeof form.values) =>
    put.mutate(
      { type, start, end: end || null, hoursPerWeek: hoursPerWeek === '' ? null : hoursPerWeek },
      { onSuccess: onClose },
    );
  return (
    <form onSubmit={form.onSubmit(send)}>
      <Stack>
        <Select
          label={t('type')}
          required
          searchable
          disabled={known !== undefined}
          data={programme.codes.intervention.map(({ value, title }) => ({ value, label: text(title) }))}
          value={form.values.type || null}
          onChange={(type) => form.setFieldValue('type', type ?? '')}
          error={errors.type}
        />
        <Group grow align="start">
          <TextInput
            label={t('from')}
            type="date"
            required
            disabled={known !== undefined}
            {...form.getInputProps('start')}
            error={errors.start}
          />
          <TextInput
            label={t('to')}
            description={t('toHelp')}
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            type="date"
            {...form.getInputProps('end')}
            error={errors.end}
          />
        </Group>
        <NumberInput
          label={t('hours')}
          {...hours}
          {...form.getInputProps('hoursPerWeek')}
          error={errors.hoursPerWeek}
        />
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
