// By which definition the goal was counted, and how it was counted before, in words.
import { Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Goal, Programme } from '../../../server/contract/programme.ts';
import { type GoalDefinitionVersion, useGoalDefinitions } from '../../api/goalBuilder.ts';
import type { AnyGoalResult } from '../../api/results.ts';
import { HowCounted } from '../../components/goal/HowCounted.tsx';
import { Targets } from '../../components/goal/Targets.tsx';
import { ProblemNotice } from '../../components/ProblemNotice.tsx';
import { useFigureWords } from '../../components/results/useFigureWords.ts';
import { useText } from '../../components/useText.ts';
import { useQuestions } from './useQuestions.ts';

interface Props {
  programme: Programme;
  goal: Goal;
  used: AnyGoalResult['definition'];
}
interface SectionProps extends Props {
  /** How it is counted now. */
  children: ReactNode;
}
const dayOf = (moment: string) => moment.slice(0, 10);

export const DefinitionSection = ({ programme, goal, used, children }: SectionProps) => {
  const { t } = useTranslation('goalDefinitions');
  const versions = useGoalDefinitions(programme.slug, goal.id);
  if (versions.error) return <ProblemNotice error={versions.error} onAgain={() => versions.refetch()} />;
  const all = versions.data ?? [];
  const earlier = all.filter(({ version }) => used && version < used.version);
  return (
    <Stack gap="xs">
      <Text>{used ? t('used', { version: used.version, date: used.since }) : t('unknown')}</Text>
      {versions.data && used && earlier.length === 0 && <Text className="quiet">{t('only')}</Text>}
      {children}
      {earlier.length > 0 && (
        <details className="earlier-definitions">
          <summary>{t('earlier', { count: earlier.length })}</summary>
          {earlier.map((each) => (
            <EarlierDefinition
              key={each.version}
              {...{ programme, goal, each }}
              next={all.find(({ version }) => version === each.version + 1)}
            />
          ))}
        </details>
      )}
    </Stack>
  );
};

interface EarlierProps extends Omit<Props, 'used'> {
  each: GoalDefinitionVersion;
  /** What came after it. */
  next: GoalDefinitionVersion | undefined;
}

const EarlierDefinition = ({ programme, goal, each, next }: EarlierProps) => {
  const { t } = useTranslation('goalDefinitions');
  const { t: goals } = useTranslation('goals');
  const text = useText();
  const figures = useFigureWords();
  const then: Goal = { id: goal.id, title: goal.title, ...each.definition };
  const survey = useQuestions(programme.slug, then);
  const waveTitle = (slug: string) => text(programme.waves.find((wave) => wave.slug === slug)?.title) || slug;
  const { target, indicator } = then;
  const from = dayOf(each.since);
  const by = each.by === null ? t('cameIn') : t('by', { by: each.by });
  return (
    <section aria-label={t('version', { version: each.version })}>
      <Text fw={600} mt="sm">
        {t('version', { version: each.version })}
      </Text>
      <Text size="sm" className="quiet" mb="xs">
        {next ? t('fromTo', { from, to: dayOf(next.since) }) : from}, {by}.{' '}
        {next && t('replaced', { parts: next.changed.map((part) => t(`parts.${part}`)).join(', ') })}
      </Text>
      <HowCounted programme={programme} goal={then} survey={survey} />
      <Text size="sm">
        <span className="quiet">{goals('target')}:</span>{' '}
        {target ? figures.target(indicator.measure, target, waveTitle) : t('noTarget')}
      </Text>
      <Targets programme={programme} goal={then} />
    </section>
  );
};
