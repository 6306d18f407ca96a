import { Button, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import type { Programme } from '../../../server/contract/programme.ts';
import { useProgramme } from '../../api/programmes.ts';
import { type AnyGoalResult, useResults } from '../../api/results.ts';
import { useSession } from '../../api/session.ts';
import { FiguresOf } from '../../charts/saving/FiguresOf.tsx';
import { Empty } from '../../components/Empty.tsx';
import { Glance } from '../../components/glance/Glance.tsx';
import { Loading } from '../../components/Loading.tsx';
import { PageHead } from '../../components/PageHead.tsx';
import { ProblemNotice } from '../../components/ProblemNotice.tsx';
import { ResultsFilters } from '../../components/results/ResultsFilters.tsx';
import { useResultsFilter } from '../../components/results/useResultsFilter.ts';
import { useScope } from '../../components/results/useScope.ts';
import { useText } from '../../components/useText.ts';
import { SideBySide } from './SideBySide.tsx';

const GoalsPage = () => {
  const { slug = '' } = useParams();
  const { t } = useTranslation('goals');
  const { t: saving } = useTranslation('saving');
  const text = useText();
  const { minDays, cohort } = useResultsFilter();
  const programme = useProgramme(slug);
  const results = useResults(slug, { minDays, cohort });
  const scope = useScope(programme.data?.definition);
  const failed = programme.error ?? results.error;
  if (failed)
    return <ProblemNotice error={failed} onAgain={() => Promise.all([programme.refetch(), results.refetch()])} />;
  if (!programme.data || !results.data) return <Loading />;
  const { definition } = programme.data;
  const date = results.data.computedAt.slice(0, 10);
  return (
    <>
      <PageHead
        title={t('title')}
        lead={[text(definition.title), scope, t('countedAt', { date })].filter(Boolean).join(' · ')}
        actions={<ResultsFilters programme={definition} />}
      />
      <FiguresOf part={slug} day={date} words={saving('counted', { programme: text(definition.title), date })}>
        <Goals
          programme={definition}
          goals={results.data.goals}
          minDays={minDays}
          isFiltered={Boolean(minDays || cohort)}
        />
      </FiguresOf>
    </>
  );
};
export default GoalsPage;

interface Props {
  programme: Programme;
  goals: readonly AnyGoalResult[];
  minDays: string | undefined;
  isFiltered: boolean;
}

const Goals = ({ programme, goals, minDays, isFiltered }: Props) => {
  const { t } = useTranslation('goals');
  const role = useSession().data?.role;
  if (goals.length === 0)
    return (
      <Empty
        title={t('emptyTitle')}
        action={
          role === 'administrator' && (
            <Button component={Link} to={`/programmes/${programme.slug}/settings?tab=goals`}>
              {t('toSettings')}
            </Button>
          )
        }
      >
        {t('emptyText')}
      </Empty>
    );
  return (
    <Stack gap="md">
      {minDays && <Text className="quiet">{t('minDaysNote', { days: minDays })}</Text>}
      <Glance programme={programme} goals={goals} />
      {isFiltered && <SideBySide slug={programme.slug} goals={goals} />}
    </Stack>
  );
};
