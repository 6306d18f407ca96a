/** One set of answers followed through a form: what is asked, what is passed over and why, and what the validator says. */
import type { Answers } from '../../programme/records.ts';
import { type KnownNames, namesIn, parseExpression, type Values } from '../conditions.ts';
import type { SurveyForm } from '../definition.ts';
import type { AnswerError } from '../outcome.ts';
import { introSeconds, minutesOf, secondsOf } from '../review/burden.ts';
import { readValues, validateAnswers } from '../validate.ts';
import { type ConditionName, type Ground, groundOf, isQuestion, isRequired, type Step, shownBy } from './parts.ts';

export interface ToldCondition {
  property: ConditionName;
  expression: string;
  holds: boolean;
  /** What it read, by name as written; null: no answer. */
  values: Record<string, unknown>;
}
export interface WalkedStep {
  path: string;
  name: string;
  type: string;
  isShown: boolean;
  isRequired: boolean;
  isAnswered: boolean;
  conditions: ToldCondition[];
}
export interface WalkedSurvey {
  steps: WalkedStep[];
  computed: Answers;
  questions: number;
  minutes: number;
  errors: AnswerError[];
}

function readBy(expression: string, values: Values, known: KnownNames): Record<string, unknown> {
  return Object.fromEntries(
    namesIn(parseExpression(expression)).map((name) => {
      const [first = '', ...rest] = name.split('.');
      const value = values[first];
      const read = rest.length === 0 ? known.get(first)?.read : undefined;
      if (value !== undefined && read) return [name, read(value)];
      const found = rest.reduce<unknown>(
        (within, step) => (typeof within === 'object' && within !== null ? (within as Values)[step] : undefined),
        value,
      );
      return [name, found ?? null];
    }),
  );
}

function stepOf(step: Step, isShown: boolean, values: Values, known: KnownNames): WalkedStep {
  const { part, name, type, conditions } = step;
  const isEnabled = conditions.every(({ property, holds }) => property !== 'enableIf' || holds({ values }));
  return {
    ...{ path: part.path, name, type, isShown },
    isRequired: isShown && isEnabled && isRequired(step, values),
    isAnswered: values[name] !== undefined,
    conditions: conditions.map(({ property, expression, holds }) => ({
      ...{ property, expression, holds: holds({ values }) },
      values: readBy(expression, values, known),
    })),
  };
}

/** @param answers as whoever answers would send them, right or wrong */
export function walkThrough(form: SurveyForm, answers: unknown, ground: Ground = groundOf(form)): WalkedSurvey {
  const { survey } = ground;
  const values = readValues(survey, answers);
  const judged = validateAnswers(survey, answers);
  const shown = shownBy(ground, values);
  const asked = ground.steps.filter((step) => shown.get(step) === true);
  const seconds = asked.reduce(
    (sum, { part, type }) => sum + (type === 'page' ? 0 : secondsOf(part.json)),
    introSeconds(form),
  );
  const computed = [...survey.computed].flatMap(({ name }) =>
    values[name] === undefined ? [] : [[name, values[name]]],
  );
  return {
    steps: ground.steps.map((step) => stepOf(step, shown.get(step) === true, values, ground.known)),
    computed: Object.fromEntries(computed) as Answers,
    questions: asked.filter(isQuestion).length,
    minutes: minutesOf(seconds),
    errors: judged.ok ? [] : judged.errors,
  };
}
