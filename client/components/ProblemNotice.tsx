import { Alert, Button, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ApiProblem } from '../api/fetcher.ts';
import { useProblemText } from './useProblemText.ts';

/** Says in the reader's language what was refused, and what to do; details of the server's own stand below. */
export const ProblemNotice = ({ error, onAgain }: { error: unknown; onAgain?: () => void }) => {
  const { t } = useTranslation();
  const { t: field } = useTranslation('fieldProblems');
  const problemText = useProblemText();
  const loose =
    error instanceof ApiProblem
      ? error.errors.map(({ code, detail }) => (code === 'all-withdrawn' ? field(code) : detail))
      : [];
  return (
    <Alert color="red" variant="light" role="alert">
      <Stack gap="xs" align="start">
        <Text fw={600}>{problemText(error)}</Text>
        {loose.length > 0 && (
          <ul style={{ margin: 0, paddingInlineStart: '1.25rem' }}>
            {[...new Set(loose)].map((detail) => (
              <li key={detail}>{detail}</li>
            ))}
          </ul>
        )}
        {onAgain && (
          <Button size="xs" variant="default" onClick={onAgain}>
            {t('again')}
          </Button>
        )}
      </Stack>
    </Alert>
  );
};
