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
  // Once read, what is being changed is not taken down because reading it again fails.
  if (programme.isLoadingError) return <ProblemNotice error={programme.error} onAgain={() => programme.refetch()} />;
  if (!programme.data) return <Loading />;
  return (
    <>
      <PageHead
        above={<Text className="quiet">{text(programme.data.definition.title)}</Text>}
        title={t('title')}
        lead={t('lead')}
      />
      <Settings key={slug} document={programme.data} />
    </>
  );
};
export default ProgrammeSettingsPage;
