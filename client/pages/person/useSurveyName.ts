import { useTranslation } from 'react-i18next';
import { surveyNames } from '../../text/sv/surveyNames.ts';

type Known = keyof typeof surveyNames;
const isKnown = (name: string): name is Known => name in surveyNames;

/** Title of a built-in survey; another survey is known by its name. */
export const useSurveyName = () => {
  const { t } = useTranslation('surveyNames');
  return (name: string): string => (isKnown(name) ? t(name) : name);
};
