import { Loader, Text } from '@mantine/core';
import { lazy, type ReactNode, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import type { Goal, Programme } from '../../../server/contract/programme.ts';
import { useFigureWords } from '../results/useFigureWords.ts';
import { useText } from '../useText.ts';
import type { Question } from './questions.ts';
import { useVocabulary } from './useVocabulary.ts';
import './goal.css';

// Conditions are read by survey-core, which is large: the figures do not wait for it.
const Condition = lazy(() => import('./Condition.tsx'));

interface Props {
  programme: Programme;
  goal: Goal;
  survey: { title: string; questions: Map<string, Question> };
}

/** "So räknas målet": from the goal's definition, in words that a steering group can check. */
export const HowCounted = ({ programme, goal, survey }: Props) => {
  const { t } = useTranslation('goals');
  const text = useText();
  const words = useVocabulary(programme, survey.questions);
  const figures = useFigureWords();
  const { indicator } = goal;
  const wave = programme.waves.find((each) => each.slug === indicator.wave);
  const expression = (of: string) => (
    <Suspense fallback={<Loader size="xs" />}>
      <Condition expression={of} words={words} />
    </Suspense>
  );
  const lists: [string, ReactNode][] = [];
  if (goal.description) lists.push([t('description'), text(goal.description)]);
  if (indicator.population) lists.push([t('populationLabel'), populationWords()]);
  if (indicator.where) lists.push([t('onlyThose'), expression(indicator.where)]);
  lists.push([t('measureLabel'), t(`${indicator.measure === 'shareOfSites' ? 'sites' : indicator.measure}Measure`)]);
  if (indicator.measure === 'share' && typeof indicator.of === 'string')
    lists.push([t('condition'), expression(indicator.of)]);
  if (indicator.measure === 'share') lists.push([t('baseLabel'), t(baseKey())]);
  if (indicator.measure === 'mean' || indicator.measure === 'meanChange') lists.push([t('questions'), asked()]);
  const { reach } = indicator;
  if (reach) {
    lists.push([t('reachLabel'), `${t('result')}: ${figures.target(reach.measure, reach.target)}.`]);
    if (typeof reach.of === 'string') lists.push([t('condition'), expression(reach.of)]);
  }
  return (
    <dl className="how-counted">
      {lists.map(([name, content]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{content}</dd>
        </div>
      ))}
    </dl>
  );

  function populationWords(): string {
    if (indicator.population !== 'responses') return indicator.population ? t(indicator.population) : '';
    return wave
      ? t('responsesInWave', { survey: survey.title, wave: text(wave.title) })
      : t('responses', { survey: survey.title });
  }
  function baseKey() {
    const all = indicator.population === 'enrolments' || indicator.population === 'exits';
    return (indicator.base ?? (all ? 'all' : 'answered')) === 'all' ? 'baseAll' : 'baseAnswered';
  }
  function asked() {
    const names = typeof indicator.of === 'string' ? [indicator.of] : (indicator.of ?? []);
    return (
      <ul>
        {names.map((name) => (
          <li key={name}>
            <Text span>{words.name(name)}</Text>
          </li>
        ))}
      </ul>
    );
  }
};
