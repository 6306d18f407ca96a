import { Alert, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ApiProblem } from '../../../api/fetcher.ts';
import { ProblemNotice } from '../../../components/ProblemNotice.tsx';
import { surveyImport } from '../../../text/sv/surveyImport.ts';

type Code = keyof typeof surveyImport.refused;
const isKnown = (code: string): code is Code => code in surveyImport.refused;

/** Why no form came of the file: in the reader's words, and below them the server's own with sheet and cell. */
export const FileRefused = ({ error }: { error: unknown }) => {
  const { t } = useTranslation('surveyImport');
  const own =
    error instanceof ApiProblem ? error.errors.find((each) => 'field' in each && each.field === 'file') : undefined;
  if (!own) return <ProblemNotice error={error} />;
  return (
    <Alert color="red" variant="light" role="alert">
      <Text fw={600}>{t(`refused.${isKnown(own.code) ? own.code : 'other'}`)}</Text>
      <Text size="sm" lang="en">
        {own.detail}
      </Text>
    </Alert>
  );
};
