import type { Quality } from '../../api/quality.ts';
import { useText } from '../../components/useText.ts';

/** By the name of the survey. */
export const useSurveyTitles = ({ surveys }: Quality) => {
  const text = useText();
  return (survey: string): string => text(surveys.find((each) => each.survey === survey)?.title) || survey;
};
