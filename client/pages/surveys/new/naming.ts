import { useTranslation } from 'react-i18next';
import { ApiProblem } from '../../../api/fetcher.ts';
import type { SurveyAddress } from '../../../api/surveys.ts';

export interface NewSurveyProps {
  programme: string | null;
  onClose: () => void;
  onCreated: (created: SurveyAddress) => void;
}

/** As the server takes the name of a survey. */
export const isName = (name: unknown): name is string =>
  typeof name === 'string' && /^[a-z][a-z0-9-]{0,63}$/.test(name);

export const isTaken = (error: unknown): boolean => error instanceof ApiProblem && error.code === 'already-exists';

export const useNameCheck = () => {
  const { t } = useTranslation('surveys');
  return (name: string) => (isName(name) ? null : t('nameWrong'));
};

/** An object, or undefined for what is no JSON of one. */
export const objectIn = (source: string): Record<string, unknown> | undefined => {
  try {
    const value: unknown = JSON.parse(source);
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : undefined;
  } catch {
    return undefined;
  }
};
