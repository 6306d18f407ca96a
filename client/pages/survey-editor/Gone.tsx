// A survey that was thrown away, of which this browser still has what was written.
import { Alert, Button, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ApiProblem } from '../../api/fetcher.ts';
import { type SurveyAddress, useSurveyFromSource } from '../../api/surveys.ts';
import { PageHead } from '../../components/PageHead.tsx';
import { ProblemNotice } from '../../components/ProblemNotice.tsx';

export const isGone = (failure: unknown): boolean => failure instanceof ApiProblem && failure.code === 'not-found';

/** Under its name again, with that text. */
export const GoneNotice = ({ onAnew, isSaving = false }: { onAnew: () => void; isSaving?: boolean }) => {
  const { t } = useTranslation('surveys');
  return (
    <Alert color="yellow" role="alert" mb="sm" title={t('goneTitle')}>
      <Text size="sm">{t('goneText')}</Text>
      <Button size="xs" mt="xs" onClick={onAnew} loading={isSaving}>
        {t('beginAnew')}
      </Button>
    </Alert>
  );
};

interface Props {
  address: SurveyAddress;
  source: string;
  onSaved: () => void;
}

export const Gone = ({ address, source, onSaved }: Props) => {
  const { t } = useTranslation('surveys');
  const anew = useSurveyFromSource();
  return (
    <>
      <PageHead title={t('editorTitle', { title: address.name })} />
      <Stack gap="sm">
        {anew.isError && <ProblemNotice error={anew.error} />}
        <GoneNotice
          isSaving={anew.isPending}
          onAnew={() => anew.mutate({ ...address, source }, { onSuccess: onSaved })}
        />
      </Stack>
    </>
  );
};
