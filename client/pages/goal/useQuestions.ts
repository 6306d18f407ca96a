import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Goal } from '../../../server/contract/programme.ts';
import { useSession } from '../../api/session.ts';
import { useSurveys, useSurveyVersion } from '../../api/surveys.ts';
import { type Question, questionsOf } from '../../components/goal/questions.ts';
import { useText } from '../../components/useText.ts';

const surveyOf = ({ population, survey }: Goal['indicator']): string | undefined =>
  survey ?? (population === 'assessed' ? 'progression-card' : undefined);

/** The survey that a goal counts answers of. Coordinators may not open surveys: they get its name alone. */
export const useQuestions = (programme: string, goal: Goal): { title: string; questions: Map<string, Question> } => {
  const { t } = useTranslation('surveyNames');
  const text = useText();
  const role = useSession().data?.role;
  const name = surveyOf(goal.indicator);
  const surveys = useSurveys(programme, name !== undefined && role !== undefined && role !== 'coordinator');
  const named = surveys.data?.filter((each) => each.name === name) ?? [];
  const survey = named.find((each) => each.programme !== null) ?? named[0];
  const latest = survey?.versions.reduce((highest, each) => Math.max(highest, each.version), 0);
  const version = useSurveyVersion({ name: name ?? '', programme: survey?.programme ?? null }, latest || undefined);
  const definition = version.data?.definition;
  const questions = useMemo(() => (definition ? questionsOf(definition) : new Map<string, Question>()), [definition]);
  const builtIn: Record<string, string> = {
    exit: t('exit'),
    treatment: t('treatment'),
    collaboration: t('collaboration'),
    'progression-card': t('progressionCard'),
  };
  return { title: text(survey?.title) || (builtIn[name ?? ''] ?? name ?? ''), questions };
};
