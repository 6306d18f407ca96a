/** Signatures name a person: they are taken out of the answers, which keep `true` in their place. */
import type { Answers } from '../programme/records.ts';
import { questionsOf, type SurveyForm } from './definition.ts';

/** Published versions never change: each is looked through once. */
const known = new WeakMap<SurveyForm, readonly string[]>();

function signedIn(form: SurveyForm): readonly string[] {
  const names =
    known.get(form) ?? questionsOf(form).flatMap(({ name, type }) => (type === 'signaturepad' ? [name] : []));
  known.set(form, names);
  return names;
}

/** `answers` are valid ones. */
export function splitSignatures(
  form: SurveyForm,
  answers: Answers,
): { answers: Answers; signatures: Record<string, string> } {
  const names = signedIn(form);
  if (names.length === 0) return { answers, signatures: {} };
  const rest: Answers = { ...answers };
  const signatures: Record<string, string> = {};
  for (const name of names) {
    const value = answers[name];
    if (typeof value !== 'string') continue;
    rest[name] = true;
    signatures[name] = value;
  }
  return { answers: rest, signatures };
}
