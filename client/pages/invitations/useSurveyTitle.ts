import { useTranslation } from 'react-i18next';

/** The built-in surveys by their names; a programme's own go by the name they were given. */
export const useSurveyTitle = () => {
  const { t } = useTranslation('surveyNames');
  return (name: string): string => {
    if (name === 'exit' || name === 'treatment' || name === 'collaboration') return t(name);
    return name === 'progression-card' ? t('progressionCard') : name;
  };
};
