import { Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import type { Programme } from '../../../server/contract/programme.ts';
import { type CrossTableChoices, useCrossTableChoices } from '../../api/analysis.ts';
import { useProgramme } from '../../api/programmes.ts';
import { Empty } from '../../components/Empty.tsx';
import { Loading } from '../../components/Loading.tsx';
import { PageHead } from '../../components/PageHead.tsx';
import { ProblemNotice } from '../../components/ProblemNotice.tsx';
import { useScope } from '../../components/results/useScope.ts';
import { useText } from '../../components/useText.ts';
import { Choose } from './Choose.tsx';
import { Crossed } from './Crossed.tsx';
import { useChosen } from './useChosen.ts';

const CrossTablePage = () => {
  const { slug = '' } = useParams();
  const { t } = useTranslation('analysis');
  const text = useText();
  const programme = useProgramme(slug);
  const choices = useCrossTableChoices(slug);
  const scope = useScope(programme.data?.definition);
  const failed = programme.error ?? choices.error;
  if (failed)
    return <ProblemNotice error={failed} onAgain={() => Promise.all([programme.refetch(), choices.refetch()])} />;
  if (!programme.data || !choices.data) return <Loading />;
  const { definition } = programme.data;
  return (
    <Stack gap="md">
      <PageHead title={t('crossTitle')} lead={[text(definition.title), scope].filter(Boolean).join(' · ')} />
      {choices.data.length === 0 ? (
        <Empty title={t('emptyTitle')}>{t('emptyText')}</Empty>
      ) : (
        <OneTable programme={definition} choices={choices.data} />
      )}
    </Stack>
  );
};
export default CrossTablePage;

const OneTable = ({ programme, choices }: { programme: Programme; choices: CrossTableChoices['choices'] }) => {
  const chosen = useChosen(choices);
  return (
    <>
      <Choose programme={programme} choices={choices} chosen={chosen} />
      <Crossed programme={programme} chosen={chosen} />
    </>
  );
};
