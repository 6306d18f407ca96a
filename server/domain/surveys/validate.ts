/** The only judge of a response: strict in shape, and in skip logic what survey-core's Model is in the browser. */
import type { Answer, Answers } from '../programme/records.ts';
import type { CompiledGroup, CompiledSurvey } from './compile.ts';
import type { Scope, Values } from './conditions.ts';
import type { CompiledField } from './fields/field.ts';
import { readText } from './fields/text.ts';
import { isBlank, isJsonObject, shown } from './json.ts';
import { type AnswerError, Report } from './outcome.ts';

export type Validation = { ok: true; answers: Answers } | { ok: false; errors: AnswerError[] };

/** First the shape of each answer; only well-formed ones take part in skip logic, required answers and rules. */
export function validateAnswers(survey: CompiledSurvey, answers: unknown): Validation {
  const report = new Report();
  const given = readAnswers(survey, answers, report);
  if (report.errors.length > 0) return { ok: false, errors: report.errors };
  compute(survey, given, report);
  const kept: Values = {};
  const walk = { values: given, scope: { values: given }, kept, report };
  for (const page of survey.pages) judgeGroup(page, true, walk);
  return report.errors.length > 0 ? { ok: false, errors: report.errors } : { ok: true, answers: kept };
}

/** The well-formed answers and what is computed from them: what conditions read. */
export function readValues(survey: CompiledSurvey, answers: unknown): Values {
  const report = new Report();
  const given = readAnswers(survey, answers, report);
  compute(survey, given, report);
  return given;
}

function readAnswers(survey: CompiledSurvey, answers: unknown, report: Report): Values {
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
function compute(survey: CompiledSurvey, values: Values, report: Report): void {
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

interface Walk {
  values: Values;
  scope: Scope;
  kept: Values;
  report: Report;
}

function judgeGroup(group: CompiledGroup, isEnabled: boolean, walk: Walk): void {
  if (group.visibleIf && !group.visibleIf(walk.scope)) {
    refuseHidden(group, walk);
    return;
  }
  const enabled = isEnabled && (!group.enableIf || group.enableIf(walk.scope));
  for (const child of group.children) {
    if (child.kind === 'group') judgeGroup(child, enabled, walk);
    else judgeField(child, enabled, walk);
  }
  const required = group.requiredIf ? group.requiredIf(walk.scope) : group.isRequired;
  if (required && enabled) requireOne(group, walk);
}

function refuseHidden(part: CompiledGroup | CompiledField, walk: Walk): void {
  if (part.kind === 'group') {
    for (const child of part.children) refuseHidden(child, walk);
    return;
  }
  const detail = 'is not asked after the other answers; leave it out';
  if (walk.values[part.name] !== undefined && !part.compute) walk.report.add(part.name, 'hidden-question', detail);
  const comment = part.comment?.name;
  if (comment && walk.values[comment] !== undefined) walk.report.add(comment, 'hidden-question', detail);
}

function judgeField(field: CompiledField, isEnabled: boolean, walk: Walk): void {
  const { scope, report } = walk;
  if (field.visibleIf && !field.visibleIf(scope)) {
    refuseHidden(field, walk);
    return;
  }
  const value = walk.values[field.name];
  if (value !== undefined) walk.kept[field.name] = value;
  if (value !== undefined && field.offered) field.offered(value, field.name, scope, report);
  const enabled = isEnabled && (!field.enableIf || field.enableIf(scope));
  if (field.comment) judgeComment(field.comment, value, enabled, walk);
  if (!enabled) return;
  const required = field.requiredIf ? field.requiredIf(scope) : field.isRequired;
  if (required && value === undefined) report.add(field.name, 'required', 'answer this question');
  for (const rule of field.rules) rule(value, field.name, scope, report);
}

function judgeComment(
  comment: NonNullable<CompiledField['comment']>,
  value: Answer | undefined,
  enabled: boolean,
  walk: Walk,
): void {
  const text = walk.values[comment.name];
  const isOther = comment.other && (Array.isArray(value) ? value.includes('other') : value === 'other');
  if (text !== undefined && !comment.area && !isOther)
    walk.report.add(comment.name, 'unused-comment', 'goes with the choice "other"; leave it out');
  if (text === undefined && isOther && enabled)
    walk.report.add(comment.name, 'required', 'say what "other" stands for');
  if (text !== undefined) walk.kept[comment.name] = text;
}

/** A required panel or page: at least one of the questions that are asked in it. */
function requireOne(group: CompiledGroup, walk: Walk): void {
  const asked = askedIn(group, walk.scope);
  const first = asked[0];
  if (first && asked.every((field) => walk.values[field.name] === undefined))
    walk.report.add(first.name, 'required', 'answer at least one question of this group');
}

function askedIn(group: CompiledGroup, scope: Scope): CompiledField[] {
  return group.children
    .filter((child) => !child.visibleIf || child.visibleIf(scope))
    .flatMap((child) => (child.kind === 'group' ? askedIn(child, scope) : [child]));
}
