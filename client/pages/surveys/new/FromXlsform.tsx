import { FileInput, Loader, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { largestFile, UnreadableFile, useXlsform } from '../../../api/surveyImport.ts';
import { useNumbers } from '../../../components/useNumbers.ts';
import { CreateImported } from './CreateImported.tsx';
import { FileRefused } from './FileRefused.tsx';
import { legible } from './legible.ts';
import type { NewSurveyProps } from './naming.ts';
import { TakenIn } from './TakenIn.tsx';

/** First what comes in and what does not, then the draft. */
export const FromXlsform = (props: NewSurveyProps) => {
  const { t } = useTranslation('surveyImport');
  const { decimal } = useNumbers();
  const reading = useXlsform();
  const [file, setFile] = useState<File | null>(null);
  const isTooLarge = file !== null && file.size > largestFile;
  const isUnreadable = reading.error instanceof UnreadableFile;
  const choose = (chosen: File | null) => {
    setFile(chosen);
    reading.reset();
    if (chosen && chosen.size <= largestFile) reading.mutate(chosen);
  };
  return (
    <Stack>
      <Text className="quiet">{t('xlsformLead')}</Text>
      <FileInput
        label={t('xlsformFile')}
        placeholder={t('chooseFile')}
        styles={legible}
        accept=".xlsx,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        value={file}
        onChange={choose}
        error={isTooLarge ? t('tooLarge', { size: decimal(file.size / 1e6, 1) }) : isUnreadable && t('unreadable')}
      />
      {reading.isPending && (
        <Text role="status">
          <Loader size="xs" mr="xs" aria-hidden />
          {t('reading')}
        </Text>
      )}
      {reading.isError && !isUnreadable && <FileRefused error={reading.error} />}
      {reading.data && (
        <>
          <TakenIn imported={reading.data} fileName={file?.name ?? ''} />
          <CreateImported key={reading.data.source} imported={reading.data} {...props} />
        </>
      )}
    </Stack>
  );
};
