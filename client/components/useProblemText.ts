import { useTranslation } from 'react-i18next';
import { ApiProblem } from '../api/fetcher.ts';
import { problems } from '../text/sv/problems.ts';

type Code = keyof typeof problems;
const isKnown = (code: string): code is Code => code in problems;

/** The words for a refusal, by its code. */
export const useProblemText = () => {
  const { t } = useTranslation('problems');
  return (error: unknown): string => {
    const code = error instanceof ApiProblem ? error.code : 'unavailable';
    return t(isKnown(code) ? code : 'unavailable');
  };
};
