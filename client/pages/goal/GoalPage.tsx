import { Anchor, Button, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import type { Goal, Programme } from '../../../server/contract/programme.ts';
import { useProgramme } from '../../api/programmes.ts';
import { useResults } from '../../api/results.ts';
import { FiguresOf } from '../../charts/saving/FiguresOf.tsx';
import { Empty } from '../../components/Empty.tsx';
import { pairChoices, singleChoices } from '../../components/goal/choices.ts';
import { Figures } from '../../components/goal/Figures.tsx';
import { HowCounted } from '../../components/goal/HowCounted.tsx';
import { Targets } from '../../components/goal/Targets.tsx';
import { Loading } from '../../components/Loading.tsx';
import { PageHead } from '../../components/PageHead.tsx';
import { ProblemNotice } from '../../components/ProblemNotice.tsx';
import { ResultsFilters } from '../../components/results/ResultsFilters.tsx';
import { StatusCell } from '../../components/results/StatusCell.tsx';
import { useResultsFilter } from '../../components/results/useResultsFilter.ts';
import { useScope } from '../../components/results/useScope.ts';
import { Section } from '../../components/Section.tsx';
import { useText } from '../../components/useText.ts';
import { AnalysisSection } from './AnalysisSection.tsx';
import { Breakdown } from './Breakdown.tsx';
import { DefinitionSection } from './DefinitionSection.tsx';
import { TimelineSection } from './TimelineSection.tsx';
import { useQuestions } from './useQuestions.ts';
import { VerdictSection } from './VerdictSection.tsx';

const GoalPage = () => {
  const { slug = '', goal: id = '' } = useParams();
  const { t } = useTranslation('goals');
  const programme = useProgramme(slug);
  if (programme.error) return <ProblemNotice error={programme.error} onAgain={() => programme.refetch()} />;
  if (!programme.data) return <Loading />;
  const { definition } = programme.data;
  const goal = definition.goals.find((each) => each.id === id);
  if (!goal)
    return (
      <Empty title={t('unknownGoal')} action={<Back slug={slug} />}>
        {null}
      </Empty>
    );
  return <OneGoal key={id} programme={definition} goal={goal} />;
};
export default GoalPage;

const Back = ({ slug }: { slug: string }) => {
  const { t } = useTranslation('goals');
  return (
    <Anchor component={Link} to={`/programmes/${slug}/goals`} className="no-print">
      ← {t('allGoals')}
    </Anchor>
  );
};

const OneGoal = ({ programme, goal }: { programme: Programme; goal: Goal }) => {
  const { t } = useTranslation('goals');
  const { t: saving } = useTranslation('saving');
  const text = useText();
  const scope = useScope(programme);
  const filter = useResultsFilter();
  const survey = useQuestions(programme.slug, goal);
  const judged = goal.indicator.measure === 'judged';
  const offered = [...singleChoices(programme, goal), ...pairChoices(programme, goal)];
  const by = judged ? '' : (offered.find((each) => each === filter.by) ?? offered[0] ?? '');
  const crossed = by.includes('*');
  const { cohort } = filter;
  // What is protected by pairs is not protected by days as well: the server refuses the two together.
  const minDays = crossed ? undefined : filter.minDays;
  const isFiltered = minDays !== undefined || cohort !== undefined;
  const whole = useResults(programme.slug, { by });
  const narrowed = useResults(programme.slug, { by, minDays, cohort });
  const failed = whole.error ?? narrowed.error;
  if (failed)
    return <ProblemNotice error={failed} onAgain={() => Promise.all([whole.refetch(), narrowed.refetch()])} />;
  const find = (reply: typeof whole) => reply.data?.goals.find((each) => each.id === goal.id);
  const [all, shown] = [find(whole), find(narrowed)];
  if (!all || !shown) return <Loading />;
  const day = whole.data?.computedAt.slice(0, 10) ?? '';
  const filterWords = [
    ...(minDays ? [t('filterDays', { days: minDays })] : []),
    ...(cohort ? [t('filterCohort', { cohort })] : []),
  ].join(', ');
  const question = typeof goal.indicator.of === 'string' ? survey.questions.get(goal.indicator.of) : undefined;
  return (
    <FiguresOf
      part={programme.slug}
      day={day}
      words={saving('counted', { programme: text(programme.title), date: day })}
    >
      <Stack gap="md">
        <PageHead
          above={<Back slug={programme.slug} />}
          title={text(goal.title)}
          lead={[text(programme.title), scope].filter(Boolean).join(' · ')}
          actions={
            <>
              {!judged && <ResultsFilters programme={programme} minDaysOff={crossed} />}
              <Button variant="default" className="no-print" mt="auto" onClick={() => window.print()}>
                {t('print')}
              </Button>
            </>
          }
        />
        {!judged && (
          <Section title={t('figures')} actions={<StatusCell goal={all} />}>
            <Stack gap="sm">
              <Figures
                programme={programme}
                goal={goal}
                whole={all}
                filtered={isFiltered ? { result: shown, words: filterWords } : undefined}
              />
              <Targets programme={programme} goal={goal} />
            </Stack>
          </Section>
        )}
        <VerdictSection slug={programme.slug} result={all} />
        {!judged && (
          <Breakdown
            programme={programme}
            goal={goal}
            result={shown}
            by={by}
            onBy={(value) => filter.set('by', value)}
            waiting={narrowed.isPlaceholderData}
            scale={question?.scale ?? [1, 5]}
          />
        )}
        {!judged && <TimelineSection programme={programme} goal={goal} scale={question?.scale ?? [1, 5]} />}
        {!judged && <AnalysisSection programme={programme} goal={goal} by={by} />}
        <Section title={t('counted')}>
          <DefinitionSection programme={programme} goal={goal} used={all.definition}>
            <HowCounted programme={programme} goal={goal} survey={survey} />
          </DefinitionSection>
        </Section>
      </Stack>
    </FiguresOf>
  );
};
