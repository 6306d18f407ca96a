// What cannot be true, what is doubtful and what is missing: for the coordinator a list to work off, for all others counts.
import { Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { useProgramme } from '../../api/programmes.ts';
import { type Quality, useQuality } from '../../api/quality.ts';
import { Empty } from '../../components/Empty.tsx';
import { Loading } from '../../components/Loading.tsx';
import { PageHead } from '../../components/PageHead.tsx';
import { ProblemNotice } from '../../components/ProblemNotice.tsx';
import { useScope } from '../../components/results/useScope.ts';
import { useText } from '../../components/useText.ts';
import { FindingList } from './FindingList.tsx';
import { LinksSection } from './LinksSection.tsx';
import { NotMeasured } from './NotMeasured.tsx';
import { QuestionsSection } from './QuestionsSection.tsx';

const isEmpty = ({ enrolments, questions, invitations }: Quality) =>
  enrolments === 0 && questions.length === 0 && invitations.length === 0;

const QualityPage = () => {
  const { slug = '' } = useParams();
  const { t } = useTranslation('quality');
  const text = useText();
  const programme = useProgramme(slug);
  const quality = useQuality(slug);
  const scope = useScope(programme.data?.definition);
  const failed = programme.error ?? quality.error;
  if (failed)
    return <ProblemNotice error={failed} onAgain={() => Promise.all([programme.refetch(), quality.refetch()])} />;
  if (!programme.data || !quality.data) return <Loading />;
  const { definition } = programme.data;
  const { seesIndividuals, below } = quality.data;
  return (
    <Stack gap="md">
      <PageHead title={t('title')} lead={[text(definition.title), scope].filter(Boolean).join(' · ')} />
      {isEmpty(quality.data) ? (
        <Empty title={t('emptyTitle')}>{t('emptyText')}</Empty>
      ) : (
        <>
          {!seesIndividuals && (
            <Text className="quiet" maw="44rem">
              {t('countsOnly', { below, most: below - 1 })}
            </Text>
          )}
          <FindingList programme={definition} quality={quality.data} />
          <QuestionsSection programme={definition} quality={quality.data} />
          <LinksSection quality={quality.data} />
          <NotMeasured />
        </>
      )}
    </Stack>
  );
};
export default QualityPage;
