import { useTranslation } from 'react-i18next';
import { ApiProblem } from '../../api/fetcher.ts';
import { fieldProblems } from '../../text/sv/fieldProblems.ts';

type Code = keyof typeof fieldProblems;
const isKnown = (code: string): code is Code => code in fieldProblems;
const codeAt = (field: string, code: string) =>
  code === 'wrong-format' && /(^|\.)slug$/.test(field) ? 'wrong-slug' : code;

/** What the server said about each field, by its code in the reader's language; of the codes named, in its own words. */
export const useFieldErrors = (inOwnWords: readonly string[] = []) => {
  const { t } = useTranslation('fieldProblems');
  return (error: unknown): Record<string, string> => {
    if (!(error instanceof ApiProblem)) return {};
    return Object.fromEntries(
      error.errors.flatMap((each) => {
        if (!('field' in each)) return [];
        const code = codeAt(each.field, each.code);
        return [[each.field, isKnown(code) && !inOwnWords.includes(code) ? t(code) : each.detail]];
      }),
    );
  };
};
