// The questions of one half of the card, read from its SurveyJS JSON: ratings, each number with its own meaning.
import type { ScaleValue } from '../../components/scale/ScaleQuestion.tsx';
import { textIn } from '../../text/respond/languages.ts';

interface Rating {
  type: string;
  name: string;
  title?: unknown;
  readAloud?: unknown;
  rateMin?: number;
  rateMax?: number;
  minRateDescription?: unknown;
  maxRateDescription?: unknown;
  explanations?: Record<string, unknown>;
  faces?: Record<string, string>;
}
type Form = Record<string, unknown>;

export const ratingsOf = (form: Form): Rating[] =>
  ((form.pages ?? []) as { elements?: Rating[] }[])
    .flatMap((page) => page.elements ?? [])
    .filter((question) => question.type === 'rating');

export const languagesOf = (form: Form): string[] => (form.languages ?? ['sv']) as string[];
export const machineTranslatedOf = (form: Form): string[] => (form.machineTranslated ?? []) as string[];

export const titleOf = (question: Rating, language: string): string =>
  textIn(question.title, language) || question.name;

export const valuesOf = (question: Rating, language: string): ScaleValue[] => {
  const { rateMin = 1, rateMax = 5 } = question;
  return Array.from({ length: rateMax - rateMin + 1 }, (_, step) => {
    const value = rateMin + step;
    const end = value === rateMin ? question.minRateDescription : value === rateMax ? question.maxRateDescription : '';
    const words = textIn(end, language);
    const face = question.faces?.[value];
    return {
      value,
      text: words ? `${value} – ${words}` : String(value),
      explanation: textIn(question.explanations?.[value], language),
      ...(face ? { face } : {}),
    };
  });
};
export type { Form, Rating };
