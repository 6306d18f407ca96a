/** SurveyJS's validators: numeric, text, regex, email, expression, answercount. */
import type { Answer } from '../../programme/records.ts';
import { compileCondition, type ExpressionPlace } from '../conditions.ts';
import { type Json, objectsOf } from '../json.ts';
import type { Rule } from './field.ts';
import { formats, longestPattern } from './text.ts';

const number = (value: unknown): number | undefined => (typeof value === 'number' ? value : undefined);

function numeric(validator: Json): Rule {
  const [min, max] = [number(validator.minValue), number(validator.maxValue)];
  return (value, at, _scope, report) => {
    if (value === undefined) return;
    const given = typeof value === 'string' ? Number(value) : value;
    if (typeof given !== 'number' || !Number.isFinite(given)) report.add(at, 'invalid-format', 'answer with a number');
    else if ((min !== undefined && given < min) || (max !== undefined && given > max))
      report.add(
        at,
        'out-of-range',
        `answer with a number${min === undefined ? '' : ` from ${min}`}${max === undefined ? '' : ` to ${max}`}`,
      );
  };
}

function textLength(validator: Json): Rule {
  const [min, max] = [number(validator.minLength) ?? 0, number(validator.maxLength) ?? 0];
  return (value, at, _scope, report) => {
    if (typeof value !== 'string') return;
    if (validator.allowDigits === false && /\d+$/.test(value))
      report.add(at, 'invalid-format', 'write without digits at the end');
    if (value.length < min) report.add(at, 'too-short', `write at least ${min} characters`);
    if (max > 0 && value.length > max) report.add(at, 'too-long', `write at most ${max} characters`);
  };
}

/** A long answer is refused before the pattern sees it: patterns are written by people and may be slow. */
function regex(validator: Json): Rule {
  const pattern = new RegExp(String(validator.regex ?? ''), validator.caseInsensitive === true ? 'i' : '');
  const tests = (value: Answer): boolean => pattern.test(String(value));
  return (value, at, _scope, report) => {
    if (value === undefined) return;
    if (typeof value === 'string' && value.length > longestPattern)
      report.add(at, 'too-long', `write at most ${longestPattern} characters`);
    else if (!tests(value)) report.add(at, 'invalid-format', 'write it in the form that the question asks for');
  };
}

function emailAddress(): Rule {
  return (value, at, _scope, report) => {
    if (value !== undefined && (typeof value !== 'string' || !formats.email?.test(value)))
      report.add(at, 'invalid-format', `write ${formats.email?.expected}`);
  };
}

function expression(validator: Json, place: ExpressionPlace): Rule {
  const holds = compileCondition(validator.expression, place, 'loosely');
  return (_value, at, scope, report) => {
    if (holds && !holds(scope))
      report.add(at, 'invalid', `does not go with the other answers: ${validator.expression}`);
  };
}

function answerCount(validator: Json): Rule {
  const [min, max] = [number(validator.minCount) ?? 0, number(validator.maxCount) ?? 0];
  return (value, at, _scope, report) => {
    if (!Array.isArray(value)) return;
    if (value.length < min) report.add(at, 'too-few', `choose at least ${min}`);
    if (max > 0 && value.length > max) report.add(at, 'too-many', `choose at most ${max}`);
  };
}

type Compile = (validator: Json, place: ExpressionPlace) => Rule;
export const validatorTypes: ReadonlyMap<string, Compile> = new Map<string, Compile>([
  ['numeric', numeric],
  ['text', textLength],
  ['regex', regex],
  ['email', emailAddress],
  ['expression', expression],
  ['answercount', answerCount],
]);

/** `numericvalidator` and `numeric` are the same to survey-core. */
export function validatorType(validator: Json): string {
  return String(validator.type).replace(/validator$/, '');
}

export function compileValidators(validators: unknown, place: ExpressionPlace): Rule[] {
  return objectsOf(validators)
    .filter((validator) => (validator.notificationType ?? 'error') === 'error')
    .map((validator) => {
      const compile = validatorTypes.get(validatorType(validator));
      if (!compile) throw new Error(`validator type "${String(validator.type)}" is not supported`);
      return compile(validator, place);
    });
}
