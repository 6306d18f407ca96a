// What has been frozen for reports, newest first, and where it is done.
import { Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { useProgramme } from '../../api/programmes.ts';
import { useSnapshots } from '../../api/snapshots.ts';
import { Empty } from '../../components/Empty.tsx';
import { Loading } from '../../components/Loading.tsx';
import { PageHead } from '../../components/PageHead.tsx';
import { ProblemNotice } from '../../components/ProblemNotice.tsx';
import { Section } from '../../components/Section.tsx';
import { useText } from '../../components/useText.ts';
import { FreezeButton } from './FreezeButton.tsx';
import { SnapshotList } from './SnapshotList.tsx';

const SnapshotsPage = () => {
  const { slug = '' } = useParams();
  const { t } = useTranslation('snapshots');
  const text = useText();
  const programme = useProgramme(slug);
  const snapshots = useSnapshots(slug);
  const failed = programme.error ?? snapshots.error;
  if (failed)
    return <ProblemNotice error={failed} onAgain={() => Promise.all([programme.refetch(), snapshots.refetch()])} />;
  if (!programme.data || !snapshots.data) return <Loading />;
  const title = text(programme.data.definition.title);
  const isEmpty = snapshots.data.length === 0;
  return (
    <Stack gap="md">
      <PageHead title={t('title')} lead={title} actions={isEmpty ? undefined : <FreezeButton slug={slug} />} />
      {isEmpty ? (
        <Empty title={t('emptyTitle')} action={<FreezeButton slug={slug} />}>
          {t('what')} {t('emptyNext')}
        </Empty>
      ) : (
        <Section title={t('results')}>
          <Text className="quiet" maw="44rem" mb="sm">
            {t('what')}
          </Text>
          <SnapshotList snapshots={snapshots.data} />
        </Section>
      )}
    </Stack>
  );
};
export default SnapshotsPage;
