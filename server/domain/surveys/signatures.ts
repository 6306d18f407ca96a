/** Signatures name a person: they are taken out of the answers, which keep `true` in their place. */
import type { Answers } from '../programme/records.ts';
import { questionsOf, type SurveyForm } from './definition.ts';

/** `answers` are valid ones. */
export function splitSignatures(
  form: SurveyForm,
  answers: Answers,
): { answers: Answers; signatures: Record<string, string> } {
  const rest: Answers = { ...answers };
  const signatures: Record<string, string> = {};
  for (const { name, type } of questionsOf(form)) {
    const value = answers[name];
    if (type !== 'signaturepad' || typeof value !== 'string') continue;
    rest[name] = true;
    signatures[name] = value;
  }
  return { answers: rest, signatures };
}
