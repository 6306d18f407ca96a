import { Alert, Button, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ApiProblem } from '../api/fetcher.ts';
import { useProblemText } from './useProblemText.ts';

interface Props {
  error: unknown;
  onAgain?: () => void;
  /** What stands at the fields, in the reader's language: not said again in the server's words. */
  atFields?: Readonly<Record<string, string>>;
}

/** Says in the reader's language what was refused, and what to do; details of the server's own stand below. */
export const ProblemNotice = ({ error, onAgain, atFields = {} }: Props) => {
  const { t } = useTranslation();
  const { t: field } = useTranslation('fieldProblems');
  const problemText = useProblemText();
  const isSaid = (name: string, detail: string) => (atFields[name] ?? detail) !== detail;
  const loose =
    error instanceof ApiProblem
      ? error.errors
          .filter((each) => !('field' in each && isSaid(each.field, each.detail)))
          .map(({ code, detail }) => (code === 'all-withdrawn' ? field(code) : detail))
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
