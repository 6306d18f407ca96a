/** What came in, each answer by its own shape: the first of the two steps of validate.ts. */
import type { Answer } from '../programme/records.ts';
import type { CompiledSurvey } from './compile.ts';
import type { Values } from './conditions.ts';
import { readText } from './fields/text.ts';
import { isBlank, isJsonObject, shown } from './json.ts';
import type { Report } from './outcome.ts';

export function readAnswers(survey: CompiledSurvey, answers: unknown, report: Report): Values {
  const values: Values = {};
  if (!isJsonObject(answers)) {
    report.errors.push({
      question: '',
      code: 'wrong-type',
      detail: 'answers: send an object with one property a question',
    });
    return values;
  }
  for (const name of Object.keys(answers)) {
    if (report.isFull) break;
    const value = readAnswer(survey, name, answers[name], report);
    if (value !== undefined) values[name] = value;
  }
  return values;
}

function readAnswer(survey: CompiledSurvey, name: string, raw: unknown, report: Report): Answer | undefined {
  const field = survey.fields.get(name);
  if (field?.compute) return isBlank(raw) ? undefined : (raw as Answer);
  if (field) return field.read(raw, name, report);
  const comment = survey.comments.get(name)?.comment;
  if (comment) return readText(comment.maxLength)(raw, name, report);
  report.add(shown(name), 'unknown-question', 'this version of the survey has no such question; leave it out');
  return undefined;
}

/** Expression questions follow from the other answers: a value sent along must be the same. */
export function compute(survey: CompiledSurvey, values: Values, report: Report): void {
  for (const field of survey.computed) {
    const sent = values[field.name];
    const result = field.compute?.({ values });
    delete values[field.name];
    if (
      typeof result === 'number' ? Number.isFinite(result) : typeof result === 'string' || typeof result === 'boolean'
    )
      if (!isBlank(result)) values[field.name] = result as Answer;
    if (sent !== undefined && sent !== values[field.name])
      report.add(field.name, 'invalid', 'is computed from the other answers; leave it out');
  }
}
