import { Button, Group, Radio, Stack, Textarea } from '@mantine/core';
import { isNotEmpty, useForm } from '@mantine/form';
import { notifications } from '@mantine/notifications';
import { useTranslation } from 'react-i18next';
import { useVerdictChange, type VerdictChange } from '../../api/results.ts';
import { ProblemNotice } from '../../components/ProblemNotice.tsx';

interface Props {
  slug: string;
  goal: string;
  verdict: { status: string; motivation: string } | null;
  onDone: () => void;
}
const choices = ['met', 'near', 'notMet', 'noData'] as const;
const isChoice = (value: string): value is VerdictChange['status'] => choices.some((each) => each === value);

export const VerdictForm = ({ slug, goal, verdict, onDone }: Props) => {
  const { t } = useTranslation('goals');
  const change = useVerdictChange(slug, goal);
  const form = useForm({
    initialValues: { status: verdict?.status ?? '', motivation: verdict?.motivation ?? '' },
    validate: {
      status: isNotEmpty(t('statusNeeded')),
      motivation: (value) => (value.trim() === '' ? t('motivationNeeded') : null),
    },
  });
  const save = form.onSubmit(({ status, motivation }) => {
    if (!isChoice(status)) return;
    change.mutate(
      { status, motivation: motivation.trim() },
      {
        onSuccess: () => {
          notifications.show({ message: t('verdictSaved') });
          onDone();
        },
      },
    );
  });
  return (
    <form onSubmit={save} noValidate style={{ width: '100%', maxWidth: '44rem' }}>
      <Stack gap="sm">
        <Radio.Group label={t('verdictStatus')} withAsterisk {...form.getInputProps('status')}>
          <Group gap="md" mt={4}>
            {choices.map((status) => (
              <Radio key={status} value={status} label={t(status)} />
            ))}
          </Group>
        </Radio.Group>
        <Textarea
          label={t('motivation')}
          description={t('motivationHelp')}
          withAsterisk
          autosize
          minRows={3}
          maxLength={10_000}
          {...form.getInputProps('motivation')}
        />
        {change.error && <ProblemNotice error={change.error} />}
        <Group gap="xs">
          <Button type="submit" loading={change.isPending}>
            {t('save', { ns: 'common' })}
          </Button>
          <Button variant="default" onClick={onDone}>
            {t('cancel', { ns: 'common' })}
          </Button>
        </Group>
      </Stack>
    </form>
  );
};
