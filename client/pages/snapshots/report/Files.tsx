import { Button, Group, Select, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { fetchReportFile, type Report, type ReportFile, type Snapshot } from '../../../api/snapshots.ts';
import { download } from '../../../charts/saving/download.ts';
import { fileName } from '../../../charts/saving/fileName.ts';
import { ProblemNotice } from '../../../components/ProblemNotice.tsx';
import { Section } from '../../../components/Section.tsx';
import { dayText } from '../../../components/survey/dates.ts';
import { Conflict } from './Conflict.tsx';
import { useWriting } from './useWriter.ts';
import type { Writer } from './writer.ts';

interface Props {
  writer: Writer;
  snapshot: Snapshot;
  mayWrite: boolean;
}
const languages = ['sv', 'en'] as const;
const files = ['pdf', 'docx'] as const;

/** The report as PDF or Word file, in either language; what is being written is saved first. */
export const Files = ({ writer, snapshot, mayWrite }: Props) => {
  const { t } = useTranslation('report');
  const { fetchFile, waiting, isUnsaved, failure } = useFiles(writer, snapshot);
  const words = { sv: t('inSwedish'), en: t('inEnglish') };
  return (
    <div className="no-print">
      <Section title={t('files')}>
        <Stack gap="sm">
          <Text className="quiet" maw="44rem">
            {t(mayWrite ? 'lead' : 'leadReading')}
          </Text>
          <Group gap="xl" align="end">
            {languages.map((language) => (
              <div key={language}>
                <Text size="sm" fw={600} mb={4}>
                  {words[language]}
                </Text>
                <Group gap="xs">
                  {files.map((file) => (
                    <Button
                      key={file}
                      variant={file === 'pdf' && language === 'sv' ? 'filled' : 'default'}
                      loading={waiting === `${language} ${file}`}
                      disabled={waiting !== undefined && waiting !== `${language} ${file}`}
                      aria-label={t('fetchIn', { file: t(file), language: words[language].toLowerCase() })}
                      onClick={() => void fetchFile(file, language)}
                    >
                      {t(file)}
                    </Button>
                  ))}
                </Group>
              </div>
            ))}
            {mayWrite && <TextLanguage writer={writer} />}
          </Group>
          {mayWrite && <Conflict writer={writer} piece="language" />}
          {isUnsaved && (
            <Text size="sm" fw={600} role="alert">
              {t('unsavedFile')}
            </Text>
          )}
          {failure !== undefined && <ProblemNotice error={failure} />}
        </Stack>
      </Section>
    </div>
  );
};

const useFiles = (writer: Writer, { id, title, content, createdAt }: Snapshot) => {
  const [waiting, setWaiting] = useState<string>();
  const [isUnsaved, setUnsaved] = useState(false);
  const [failure, setFailure] = useState<unknown>();
  const fetchFile = async (file: ReportFile, language: Report['language']) => {
    setWaiting(`${language} ${file}`);
    setFailure(undefined);
    try {
      const isSaved = await writer.saveNow();
      setUnsaved(!isSaved);
      if (!isSaved) return;
      const made = await fetchReportFile(content.programme, id, file, language);
      download(made, fileName([content.programme, title, language], dayText(createdAt), file));
    } catch (error) {
      setFailure(error);
    } finally {
      setWaiting(undefined);
    }
  };
  return { fetchFile, waiting, isUnsaved, failure };
};

const TextLanguage = ({ writer }: { writer: Writer }) => {
  const { t } = useTranslation('report');
  const language = useWriting(writer, ({ pieces }) => pieces.language ?? 'sv');
  return (
    <Select
      label={t('textLanguage')}
      description={t('textLanguageHelp')}
      allowDeselect={false}
      maw={360}
      data={[
        { value: 'sv', label: t('swedish') },
        { value: 'en', label: t('english') },
      ]}
      value={language}
      onChange={(value) => value && writer.write('language', value)}
    />
  );
};
