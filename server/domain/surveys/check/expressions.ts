/** Conditions: they parse, name questions that exist, and no question waits for itself. */
import { hasConditionalExpression } from '../compile.ts';
import { compileExpression, ExpressionError, type ExpressionPlace, namesIn, parseExpression } from '../conditions.ts';
import { isBlank, type Json } from '../json.ts';
import { knownNames, ownNames } from '../names.ts';
import { findCircles } from './circles.ts';
import type { Layout, PlacedElement, PlacedQuestion } from './elements.ts';
import { join, objectsAt, type Problems } from './problem.ts';
import { checkTruth } from './truth.ts';

const onElements = ['visibleIf', 'enableIf', 'requiredIf'] as const;
const onItems = ['choicesVisibleIf', 'rowsVisibleIf', 'columnsVisibleIf'] as const;
const itemLists = ['choices', 'rateValues', 'rows', 'columns'] as const;

export function checkExpressions(layout: Layout, problems: Problems): void {
  const place = placesIn(layout);
  for (const group of layout.groups) checkAll(group.json, onElements, group.path, place(group), problems);
  for (const question of layout.questions)
    checkQuestion(question, { ...place(question), own: ownNames(question.json) }, problems);
  for (const group of layout.groups)
    if (hasConditionalExpression(group.json))
      problems.error(
        group.path,
        'conditional-expression',
        'a question of type expression is always asked: neither it nor its group has a condition',
      );
  checkCircles(layout.questions, problems);
  checkTruth(layout, place, problems);
}

/** Which names an element may use: those of the survey, and in a repeating panel those of the same entry. */
function placesIn({ questions }: Layout): (element: PlacedElement) => ExpressionPlace {
  const of = (within: string | undefined) =>
    knownNames(questions.filter((each) => each.within === within).map((each) => each.json));
  const known = of(undefined);
  const panels = new Map(
    questions.flatMap(({ type, path, within }) =>
      type === 'paneldynamic' && within === undefined ? [[path, of(path)] as const] : [],
    ),
  );
  return ({ within }) => ({ known, panel: within === undefined ? undefined : panels.get(within) });
}

function checkQuestion({ json, path }: PlacedQuestion, place: ExpressionPlace, problems: Problems): void {
  const itemPlace = { ...place, hasItem: true };
  checkAll(json, [...onElements, 'expression'], path, place, problems);
  checkAll(json, onItems, path, itemPlace, problems);
  checkValidators(json.validators, path, place, problems);
  for (const item of objectsAt(json.items, join(path, 'items')))
    checkValidators(item.json.validators, item.path, place, problems);
  for (const list of itemLists)
    for (const item of objectsAt(json[list], join(path, list)))
      checkAll(item.json, ['visibleIf'], item.path, itemPlace, problems);
}

function checkValidators(validators: unknown, path: string, place: ExpressionPlace, problems: Problems): void {
  for (const validator of objectsAt(validators, join(path, 'validators')))
    checkAll(validator.json, ['expression'], validator.path, place, problems);
}

function checkAll(
  json: Json,
  names: readonly string[],
  path: string,
  place: ExpressionPlace,
  problems: Problems,
): void {
  for (const name of names) {
    const text = json[name];
    if (isBlank(text)) continue;
    const at = join(path, name);
    if (typeof text !== 'string') problems.error(at, 'expression-syntax', `${name} is an expression in quotes`);
    else tryCompile(text, at, place, problems);
  }
}

export function tryCompile(text: string, path: string, place: ExpressionPlace, problems: Problems): void {
  if (text.length > 4000) {
    problems.error(path, 'expression-syntax', 'write at most 4000 characters');
    return;
  }
  try {
    compileExpression(text, place);
  } catch (error) {
    if (!(error instanceof ExpressionError)) throw error;
    problems.error(path, error.code, error.message, error.about);
  }
}

function rootsIn(text: unknown): string[] {
  if (typeof text !== 'string' || text.trim() === '') return [];
  try {
    // No question is called panel: it is the entry's.
    return namesIn(parseExpression(text)).map((name) =>
      (name.replace(/^panel\./, '').split('.')[0] ?? '').replace(/-Comment$/, ''),
    );
  } catch {
    return [];
  }
}

/** What must be answered before a question can be asked, or computed. */
function checkCircles(questions: readonly PlacedQuestion[], problems: Problems): void {
  // A group's condition stands around each of its questions.
  const known = new Map<unknown, string[]>();
  const roots = (text: unknown) => {
    const found = known.get(text) ?? rootsIn(text);
    known.set(text, found);
    return found;
  };
  const needs = new Map(
    questions.map(({ json, around, type }) => [
      String(json.name),
      [...around, json.visibleIf, type === 'expression' ? json.expression : ''].flatMap(roots),
    ]),
  );
  const circles = findCircles(needs);
  for (const { json, path } of questions) {
    const circle = circles.get(String(json.name));
    if (circle)
      problems.error(
        join(path, json.type === 'expression' ? 'expression' : 'visibleIf'),
        'condition-cycle',
        `waits for itself: ${circle.join(' needs ')}`,
        [circle.join(' → ')],
      );
  }
}
