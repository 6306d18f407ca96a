import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { useProgramme } from '../../api/programmes.ts';
import { Loading } from '../../components/Loading.tsx';
import { PageHead } from '../../components/PageHead.tsx';
import { ProblemNotice } from '../../components/ProblemNotice.tsx';
import { useText } from '../../components/useText.ts';
import { Settings } from './Settings.tsx';

const ProgrammeSettingsPage = () => {
  const { t } = useTranslation('settings');
  const { slug = '' } = useParams();
  const programme = useProgramme(slug);
  const text = useText();
  if (programme.isPending) return <Loading />;
  if (programme.isError) return <ProblemNotice error={programme.error} onAgain={() => programme.refetch()} />;
  return (
    <>
      <PageHead
        above={<Text className="quiet">{text(programme.data.definition.title)}</Text>}
        title={t('title')}
        lead={t('lead')}
      />
      <Settings key={`${slug} ${programme.data.revision}`} document={programme.data} />
    </>
  );
};
export default ProgrammeSettingsPage;
