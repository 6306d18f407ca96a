import { Button, Group, Modal, Select, Stack, Text, TextInput } from '@mantine/core';
import { isNotEmpty, useForm } from '@mantine/form';
import { useDisclosure } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useNewSnapshot } from '../../api/snapshots.ts';
import { ProblemNotice } from '../../components/ProblemNotice.tsx';
import { minimumDays } from '../../components/results/useResultsFilter.ts';

export const FreezeButton = ({ slug }: { slug: string }) => {
  const { t } = useTranslation('snapshots');
  const { t: common } = useTranslation();
  const [opened, { open, close }] = useDisclosure(false);
  return (
    <>
      <Button onClick={open}>{t('freeze')}</Button>
      <Modal
        opened={opened}
        onClose={close}
        title={t('freezeTitle')}
        closeButtonProps={{ 'aria-label': common('close') }}
      >
        <FreezeForm slug={slug} onCancel={close} />
      </Modal>
    </>
  );
};

const FreezeForm = ({ slug, onCancel }: { slug: string; onCancel: () => void }) => {
  const { t } = useTranslation('snapshots');
  const { t: goals } = useTranslation('goals');
  const { t: common } = useTranslation();
  const navigate = useNavigate();
  const freezing = useNewSnapshot(slug);
  const form = useForm({
    initialValues: { title: '', minDays: '' },
    validate: { title: (value) => isNotEmpty(t('nameNeeded'))(value.trim()) },
  });
  const freeze = form.onSubmit(({ title, minDays }) =>
    freezing.mutate(
      { title: title.trim(), ...(minDays && { minDays: Number(minDays) }) },
      { onSuccess: ({ id }) => navigate(`/programmes/${slug}/snapshots/${id}`) },
    ),
  );
  return (
    <form onSubmit={freeze} noValidate>
      <Stack gap="sm">
        <TextInput
          label={t('name')}
          description={t('nameHelp')}
          withAsterisk
          maxLength={200}
          data-autofocus
          {...form.getInputProps('title')}
        />
        <Select
          label={goals('minDays')}
          allowDeselect={false}
          data={[
            { value: '', label: goals('minDaysAll') },
            ...minimumDays.map((days) => ({ value: days, label: goals('minDaysValue', { days }) })),
          ]}
          {...form.getInputProps('minDays')}
        />
        <Text size="sm">{t('freezeFinal')}</Text>
        {freezing.isPending && (
          <Text size="sm" role="status">
            {t('freezing')}
          </Text>
        )}
        {freezing.error && <ProblemNotice error={freezing.error} />}
        <Group gap="xs">
          <Button type="submit" loading={freezing.isPending}>
            {t('freeze')}
          </Button>
          <Button variant="default" onClick={onCancel}>
            {common('cancel')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
};
