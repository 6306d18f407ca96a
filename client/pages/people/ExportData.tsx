// The own sites' rows as files, for those who may see the individuals.
import { Alert, Anchor, Button, Group, Modal, SegmentedControl, Select, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type ExportFormat, exportAddress, useExportList } from '../../api/exports.ts';
import { Loading } from '../../components/Loading.tsx';
import { ProblemNotice } from '../../components/ProblemNotice.tsx';
import { useText } from '../../components/useText.ts';

const formats: { value: ExportFormat; label: string }[] = [
  { value: 'xlsx', label: 'Excel' },
  { value: 'csv', label: 'CSV' },
  { value: 'sav', label: 'SPSS' },
];

export const ExportData = ({ slug }: { slug: string }) => {
  const { t } = useTranslation('exports');
  const { t: common } = useTranslation();
  const [opened, { open, close }] = useDisclosure(false);
  return (
    <>
      <Button variant="default" onClick={open}>
        {t('open')}
      </Button>
      <Modal
        opened={opened}
        onClose={close}
        title={t('title')}
        size="lg"
        closeButtonProps={{ 'aria-label': common('close') }}
      >
        <Choices slug={slug} isAsked={opened} />
      </Modal>
    </>
  );
};

const Choices = ({ slug, isAsked }: { slug: string; isAsked: boolean }) => {
  const { t, i18n } = useTranslation('exports');
  const text = useText();
  const tables = useExportList(slug, isAsked);
  const [table, setTable] = useState('enrolments');
  const [format, setFormat] = useState<ExportFormat>('xlsx');
  if (tables.isPending) return <Loading />;
  if (tables.isError) return <ProblemNotice error={tables.error} onAgain={() => tables.refetch()} />;
  const language = i18n.language;
  return (
    <Stack>
      <Text>{t('lead')}</Text>
      <Select
        label={t('table')}
        data={tables.data.map(({ name, title }) => ({ value: name, label: text(title) }))}
        value={table}
        allowDeselect={false}
        onChange={(next) => setTable(next ?? 'enrolments')}
      />
      <SegmentedControl
        aria-label={t('format')}
        data={formats}
        value={format}
        onChange={(next) => setFormat(next as ExportFormat)}
      />
      <Group>
        <Button component="a" href={exportAddress(slug, `${table}.${format}`, { language })} download>
          {t('fetch')}
        </Button>
        <Button component="a" variant="default" href={exportAddress(slug, 'all.zip', { language, format })} download>
          {t('all')}
        </Button>
      </Group>
      <Group gap="md">
        <Anchor href={exportAddress(slug, 'codebook.csv')} download>
          {t('codebook')}
        </Anchor>
        {format === 'csv' && <Scripts slug={slug} table={table} language={language} />}
      </Group>
      <Alert color="gray" variant="light">
        {t('care')}
      </Alert>
    </Stack>
  );
};

const Scripts = ({ slug, table, language }: { slug: string; table: string; language: string }) => {
  const { t } = useTranslation('exports');
  return (
    <>
      <Anchor href={exportAddress(slug, `${table}.R`, { language })} download>
        {t('rScript')}
      </Anchor>
      <Anchor href={exportAddress(slug, `${table}.sps`, { language })} download>
        {t('spssScript')}
      </Anchor>
    </>
  );
};
