import { useTranslation } from 'react-i18next';
import type { Snapshot } from '../../api/snapshots.ts';
import { useText } from '../../components/useText.ts';

/** What a survey is called, in its latest frozen version; a built-in one that was not counted has our own name. */
export const useSurveyTitles = ({ surveys }: Snapshot['content']) => {
  const { t } = useTranslation('surveyNames');
  const text = useText();
  const builtIn: Record<string, string> = {
    ...{ exit: t('exit'), treatment: t('treatment'), collaboration: t('collaboration') },
    'progression-card': t('progressionCard'),
  };
  return (name: string): string => {
    const latest = surveys.filter((each) => each.name === name).toSorted((a, b) => b.version - a.version)[0];
    const { title } = (latest?.definition ?? {}) as { title?: string | Record<string, string> };
    return text(title) || (builtIn[name] ?? name);
  };
};
