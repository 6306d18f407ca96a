/** The only judge of a response: strict in shape, and in skip logic what survey-core's Model is in the browser. */
import type { Answer, Answers } from '../programme/records.ts';
import type { CompiledGroup, CompiledSurvey } from './compile.ts';
import type { Scope, Values } from './conditions.ts';
import { entriesOf, type Template } from './fields/entries.ts';
import type { CompiledField } from './fields/field.ts';
import { compute, readAnswers } from './given.ts';
import { isBlank } from './json.ts';
import { type AnswerError, Report } from './outcome.ts';

export type Validation = { ok: true; answers: Answers } | { ok: false; errors: AnswerError[] };

/** First the shape of each answer; only well-formed ones take part in skip logic, required answers and rules. */
export function validateAnswers(survey: CompiledSurvey, answers: unknown): Validation {
  const report = new Report();
  const given = readAnswers(survey, answers, report);
  if (report.errors.length > 0) return { ok: false, errors: report.errors };
  compute(survey, given, report);
  const kept: Values = {};
  const walk = { at: '', values: given, scope: { values: given }, kept, report };
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

interface Walk {
  /** Before each name: `jobs.2.` in the second entry of a repeating panel. */
  at: string;
  /** Of the survey, or of the entry. */
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
  const refuse = (name: string) => walk.report.add(`${walk.at}${name}`, 'hidden-question', detail);
  if (!isUnanswered(walk.values[part.name]) && !part.compute) refuse(part.name);
  const comment = part.comment?.name;
  if (comment && walk.values[comment] !== undefined) refuse(comment);
}

function judgeField(field: CompiledField, isEnabled: boolean, walk: Walk): void {
  const { scope, report } = walk;
  if (field.visibleIf && !field.visibleIf(scope)) {
    refuseHidden(field, walk);
    return;
  }
  const at = `${walk.at}${field.name}`;
  const value = walk.values[field.name];
  if (value !== undefined) walk.kept[field.name] = value;
  if (value !== undefined && field.offered) field.offered(value, at, scope, report);
  const enabled = isEnabled && (!field.enableIf || field.enableIf(scope));
  if (field.comment) judgeComment(field.comment, value, enabled, walk);
  if (field.template) judgeEntries(field.template, field.name, enabled, walk);
  if (!enabled) return;
  const required = field.requiredIf ? field.requiredIf(scope) : field.isRequired;
  if (required && isUnanswered(value)) report.add(at, 'required', 'answer this question');
  for (const rule of field.rules) rule(value, at, scope, report);
}

/** A list of entries without content is no answer. */
const isUnanswered = (value: Answer | undefined): boolean =>
  value === undefined || (Array.isArray(value) && value.every(isBlank));

/** As in the browser: where none is given, those shown at first are judged. An entry without content is not kept. */
function judgeEntries({ group, initial }: Template, name: string, isEnabled: boolean, walk: Walk): void {
  const value = walk.values[name];
  const given = value === undefined ? Array.from({ length: initial }, (): Values => ({})) : entriesOf(value);
  const entries = given.map((values, at) => {
    const kept: Values = {};
    const scope = { values: walk.scope.values, panel: values };
    judgeGroup(group, isEnabled, { at: `${walk.at}${name}.${at + 1}.`, values, scope, kept, report: walk.report });
    return kept;
  });
  const filled = entries.filter((entry) => !isBlank(entry));
  if (filled.length > 0) walk.kept[name] = filled;
  else delete walk.kept[name];
}

function judgeComment(
  comment: NonNullable<CompiledField['comment']>,
  value: Answer | undefined,
  enabled: boolean,
  walk: Walk,
): void {
  const text = walk.values[comment.name];
  const isOther = comment.other && (Array.isArray(value) ? value.some((each) => each === 'other') : value === 'other');
  if (text !== undefined && !comment.area && !isOther)
    walk.report.add(`${walk.at}${comment.name}`, 'unused-comment', 'goes with the choice "other"; leave it out');
  if (text === undefined && isOther && enabled)
    walk.report.add(`${walk.at}${comment.name}`, 'required', 'say what "other" stands for');
  if (text !== undefined) walk.kept[comment.name] = text;
}

/** A required panel or page: at least one of the questions that are asked in it. */
function requireOne(group: CompiledGroup, walk: Walk): void {
  const asked = askedIn(group, walk.scope);
  const first = asked[0];
  if (first && asked.every((field) => isUnanswered(walk.values[field.name])))
    walk.report.add(`${walk.at}${first.name}`, 'required', 'answer at least one question of this group');
}

function askedIn(group: CompiledGroup, scope: Scope): CompiledField[] {
  return group.children
    .filter((child) => !child.visibleIf || child.visibleIf(scope))
    .flatMap((child) => (child.kind === 'group' ? askedIn(child, scope) : [child]));
}
