import { Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Goal, Programme } from '../../../server/contract/programme.ts';
import { type GoalAnalysis, useGoalAnalysis } from '../../api/analysis.ts';
import { FiguresOf } from '../../charts/saving/FiguresOf.tsx';
import { Loading } from '../../components/Loading.tsx';
import { ProblemNotice } from '../../components/ProblemNotice.tsx';
import { Section } from '../../components/Section.tsx';
import { ChangeFindings } from './ChangeFindings.tsx';
import { Comparisons } from './Comparisons.tsx';
import { DistributionFindings } from './DistributionFindings.tsx';
import { OutcomeFindings } from './OutcomeFindings.tsx';
import '../../components/analysis/analysis.css';

interface Props {
  programme: Programme;
  goal: Goal;
  by: string;
}

/** Numbers have no distribution: their breakdown says it all. */
const isAnalysed = (measure: string) => measure === 'share' || measure === 'mean' || measure === 'meanChange';

/** What the goal's figure is made of, and how far its groups differ. */
export const AnalysisSection = ({ programme, goal, by }: Props) => {
  const { t } = useTranslation('analysis');
  const { measure } = goal.indicator;
  const found = useGoalAnalysis(programme.slug, goal.id, by, isAnalysed(measure));
  if (!isAnalysed(measure)) return null;
  return (
    <Section title={t('title')}>
      {found.error && <ProblemNotice error={found.error} onAgain={() => found.refetch()} />}
      {!found.error && !found.data && <Loading />}
      {found.data && (
        <FiguresOf part={goal.id}>
          <Findings programme={programme} goal={goal} found={found.data} />
        </FiguresOf>
      )}
    </Section>
  );
};

const Findings = ({ programme, goal, found }: Omit<Props, 'by'> & { found: GoalAnalysis }) => {
  const { t } = useTranslation('analysis');
  if (found.suppressed) return <Text className="quiet">{t('suppressed')}</Text>;
  const { distributions, change, comparisons, outcome, withheld } = found;
  const answered = distributions.some(({ whole }) => whole.n > 0) || (change?.n ?? 0) > 0;
  if (!answered && withheld.length === 0) return <Text className="quiet">{t('nothing')}</Text>;
  return (
    <Stack gap="lg" className="analysis">
      <Text className="quiet" size="sm" maw="44rem">
        {t('lead')}
      </Text>
      {distributions.map((each) => (
        <DistributionFindings key={each.name} programme={programme} distribution={each} />
      ))}
      {change && change.n > 0 && <ChangeFindings programme={programme} change={change} />}
      <Comparisons programme={programme} measure={goal.indicator.measure} comparisons={comparisons} />
      {outcome && outcome.groups.length > 1 && (
        <OutcomeFindings programme={programme} outcome={outcome} of={distributions[0]} />
      )}
      {withheld.map((reason) => (
        <Text key={reason} size="sm" maw="44rem">
          {t(reason)}
        </Text>
      ))}
    </Stack>
  );
};
