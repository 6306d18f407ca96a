import { useTranslation } from 'react-i18next';
import { ApiProblem } from '../../api/fetcher.ts';
import { fieldProblems } from '../../text/sv/fieldProblems.ts';

type Code = keyof typeof fieldProblems;
const isKnown = (code: string): code is Code => code in fieldProblems;

/** What the server said about each field, by its code in the reader's language. */
export const useFieldErrors = () => {
  const { t } = useTranslation('fieldProblems');
  return (error: unknown): Record<string, string> => {
    if (!(error instanceof ApiProblem)) return {};
    return Object.fromEntries(
      error.errors.flatMap((each) =>
        'field' in each ? [[each.field, isKnown(each.code) ? t(each.code) : each.detail]] : [],
      ),
    );
  };
};
