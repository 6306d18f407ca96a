/** Turns one survey version into closures, once; validate.ts runs them for every response. */
import {
  type Condition,
  compileCondition,
  compileExpression,
  type ExpressionPlace,
  type KnownNames,
  namesIn,
  parseExpression,
} from './conditions.ts';
import type { CardDefinition, HalfName, SurveyForm } from './definition.ts';
import { entryLimits, repeating, type Template } from './fields/entries.ts';
import type { CompiledField } from './fields/field.ts';
import { lengthLimit } from './fields/text.ts';
import { questionTypes } from './fields/types.ts';
import { compileValidators } from './fields/validators.ts';
import { isBlank, type Json, listOf, objectsOf, withCurrentNames } from './json.ts';
import { knownNames, ownNames } from './names.ts';

export interface CompiledGroup {
  kind: 'group';
  visibleIf: Condition | undefined;
  enableIf: Condition | undefined;
  requiredIf: Condition | undefined;
  isRequired: boolean;
  children: (CompiledGroup | CompiledField)[];
}

export interface CompiledSurvey {
  pages: CompiledGroup[];
  /** By the names that an answer may have. */
  fields: ReadonlyMap<string, CompiledField>;
  /** By `name-Comment`. */
  comments: ReadonlyMap<string, CompiledField>;
  /** Expression questions, each after those it reads. */
  computed: readonly CompiledField[];
}

interface Context {
  known: KnownNames;
  /** Inside a repeating panel. */
  panel?: KnownNames;
  survey: Json;
}

function compileComment(question: Json, survey: Json): CompiledField['comment'] {
  const [area, other] = [question.showCommentArea === true, question.showOtherItem === true];
  if (!area && !other) return undefined;
  return { name: `${question.name}-Comment`, area, other, maxLength: lengthLimit(survey.maxCommentLength) };
}

function conditionsOf(element: Json, place: ExpressionPlace) {
  return {
    visibleIf: compileCondition(element.visibleIf, place, 'exactly'),
    enableIf: compileCondition(element.enableIf, place, 'unlessFalse'),
    requiredIf: compileCondition(element.requiredIf, place, 'exactly'),
    isRequired: element.isRequired === true,
  };
}

function compileField(question: Json, context: Context): CompiledField {
  const { known, panel, survey } = context;
  const type = String(question.type);
  const compile = questionTypes.get(type);
  if (!compile) throw new Error(`question type "${type}" of "${String(question.name)}" is not supported`);
  const place = { known, panel, own: ownNames(question) };
  const template = type === 'paneldynamic' ? compileTemplate(question, context) : undefined;
  const rules = template ? repeating(question, template) : compile(question, place, survey);
  return {
    kind: 'field',
    name: String(question.name),
    type,
    ...conditionsOf(question, place),
    ...rules,
    rules: [...rules.rules, ...compileValidators(question.validators, place)],
    compute:
      type === 'expression' && question.expression ? compileExpression(String(question.expression), place) : undefined,
    comment: compileComment(question, survey),
    template,
  };
}

function compileTemplate(question: Json, context: Context): Template {
  if (context.panel) throw new Error(`repeating panel "${String(question.name)}" stands inside another`);
  const inside = { elements: listOf(question.templateElements) };
  const group = compileGroup(inside, { ...context, panel: knownNames(questionsIn(inside)) });
  const fields = fieldsOf(group).filter((field) => field.type !== 'html');
  return { group, fields: byName(fields), comments: byComment(fields), ...entryLimits(question) };
}

const byName = (fields: readonly CompiledField[]) => new Map(fields.map((field) => [field.name, field]));
const byComment = (fields: readonly CompiledField[]) =>
  new Map(fields.flatMap((field) => (field.comment ? [[field.comment.name, field] as const] : [])));

/** survey-core computes an expression question only where it is shown and enabled; so that it always has its value, it always is. */
export function hasConditionalExpression(group: Json, isConditional = false): boolean {
  const conditional = isConditional || isConditionalElement(group);
  return objectsOf(group.elements).some((child) =>
    child.type === 'panel'
      ? hasConditionalExpression(child, conditional)
      : child.type === 'expression' && (conditional || isConditionalElement(child)),
  );
}

function isConditionalElement(element: Json): boolean {
  return ['visibleIf', 'enableIf', 'requiredIf'].some((name) => !isBlank(element[name]));
}

function compileGroup(element: Json, context: Context): CompiledGroup {
  const children = objectsOf(element.elements).map((child) =>
    child.type === 'panel' ? compileGroup(child, context) : compileField(child, context),
  );
  return { kind: 'group', ...conditionsOf(element, { known: context.known, panel: context.panel }), children };
}

function current(element: Json, type: string): Json {
  const renamed = withCurrentNames(type, element);
  const list = type === 'paneldynamic' ? 'templateElements' : 'elements';
  if (type !== 'page' && type !== 'panel' && type !== 'paneldynamic') return renamed;
  return { ...renamed, [list]: objectsOf(renamed[list]).map((child) => current(child, String(child.type))) };
}

export function fieldsOf(group: CompiledGroup): CompiledField[] {
  return group.children.flatMap((child) => (child.kind === 'group' ? fieldsOf(child) : [child]));
}

function questionsIn(element: Json): Json[] {
  return objectsOf(element.elements).flatMap((child) => (child.type === 'panel' ? questionsIn(child) : [child]));
}

/** Expression questions in the order in which they can be computed; throws on a circle. */
function inOrder(fields: readonly CompiledField[], questions: readonly Json[]): CompiledField[] {
  const done: CompiledField[] = [];
  const waiting = new Map(fields.filter((field) => field.compute).map((field) => [field.name, field]));
  const reads = new Map(questions.map((each) => [String(each.name), String(each.expression ?? '')]));
  while (waiting.size > 0) {
    const next = [...waiting.values()].find((field) =>
      namesIn(parseExpression(reads.get(field.name) ?? '')).every((name) => !waiting.has(name.split('.')[0] ?? '')),
    );
    if (!next) throw new Error(`expressions of ${[...waiting.keys()].join(', ')} read one another in a circle`);
    waiting.delete(next.name);
    done.push(next);
  }
  return done;
}

/** Throws for what checkDefinition() reports as an error: an unsupported type, an expression that does not parse ... */
export function compileSurvey(form: SurveyForm): CompiledSurvey {
  const survey = withCurrentNames('survey', form);
  const pages = objectsOf(survey.pages).map((page) => current(page, 'page'));
  if (pages.some((page) => hasConditionalExpression(page)))
    throw new Error('an expression question may not depend on a condition');
  const questions = pages.flatMap(questionsIn);
  const groups = pages.map((page) => compileGroup(page, { known: knownNames(questions), survey }));
  const fields = groups.flatMap(fieldsOf).filter((field) => field.type !== 'html');
  return {
    pages: groups,
    fields: byName(fields),
    comments: byComment(fields),
    computed: inOrder(fields, questions),
  };
}

/** The halves of a card are compiled and validated apart, since names occur in both. */
export function compileHalf(card: CardDefinition, half: HalfName): CompiledSurvey {
  return compileSurvey(card.halves[half]);
}
