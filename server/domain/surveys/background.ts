/** Questions marked `background` ask for what a personal link knows from the enrolment; their answers are kept beside it. */
import { type Answers, genders, type Response, yesNoUnknown } from '../programme/records.ts';
import { questionsOf, type SurveyForm } from './definition.ts';

export type Background = Pick<Response, 'gender' | 'ageBand' | 'bornAbroad' | 'role'>;
export const backgroundNames = ['gender', 'ageBand', 'bornAbroad', 'role'] as const;

/** Published versions never change: each is looked through once. */
const known = new WeakMap<SurveyForm, ReadonlySet<string>>();

function markedIn(form: SurveyForm): ReadonlySet<string> {
  const marked =
    known.get(form) ??
    new Set(questionsOf(form).flatMap((question) => (question.background === true ? [question.name] : [])));
  known.set(form, marked);
  return marked;
}

/** `answers` are valid ones. A background answer that is no gender, band or yes/no/unknown is dropped, never stored elsewhere. */
export function splitBackground(form: SurveyForm, answers: Answers): { background: Background; answers: Answers } {
  const marked = markedIn(form);
  const rest = Object.fromEntries(Object.entries(answers).filter(([name]) => !marked.has(name)));
  const given = (name: string) => (marked.has(name) ? answers[name] : undefined);
  const background: Background = {};
  const gender = genders.find((code) => code === given('gender'));
  const bornAbroad = yesNoUnknown.find((code) => code === given('bornAbroad'));
  const band = given('ageBand');
  const role = given('role');
  if (gender) background.gender = gender;
  if (bornAbroad) background.bornAbroad = bornAbroad;
  if (isBand(band)) background.ageBand = Number(band);
  if (typeof role === 'string') background.role = role;
  return { background, answers: rest };
}

function isBand(value: unknown): value is string | number {
  return (typeof value === 'number' || typeof value === 'string') && /^\d{1,3}$/.test(String(value));
}
