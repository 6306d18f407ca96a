/**
 * Conditions that compare a question with a code that is none of its answers: a choice was taken away, or its code changed. Whether
 * the whole can hold is told by truth.ts where that can be tried; here each comparison is looked at by itself.
 */
import { ArrayOperand, BinaryOperand, Const, type Operand, Variable } from 'survey-core';
import { ExpressionError, parseExpression } from '../conditions.ts';
import { type Code, codeOf, compileChoices, rateCodes } from '../fields/options.ts';
import { isBlank, type Json, listOf, shown } from '../json.ts';
import { ownCondition } from '../skips.ts';
import type { Layout } from './elements.ts';
import { join, objectsAt, type Problems } from './problem.ts';

const ofChoices = ['radiogroup', 'dropdown', 'checkbox', 'tagbox', 'imagepicker', 'ranking'];
const ofSeveral = ['checkbox', 'tagbox', 'ranking'];
const comparing = ['equal', 'notequal', 'contains', 'notcontains', 'anyof', 'noneof', 'allof'];

interface Known {
  codes: readonly Code[];
  /** Of one choice `contains` asks for a part of its code. */
  isSeveral: boolean;
}

/** By name, and for a matrix by `name.`: its rows share their columns. */
function codesIn({ questions }: Layout): ReadonlyMap<string, Known> {
  const known = new Map<string, Known>();
  const add = (name: string, codes: readonly Code[], isSeveral = false) => known.set(name, { codes, isSeveral });
  for (const { json, type } of questions) {
    const plain = { ...json, choices: listOf(json.choices).map(codeOf), choicesVisibleIf: undefined };
    const name = String(json.name);
    if (ofChoices.includes(type))
      add(
        name,
        [...compileChoices(plain, { known: new Map() }).keys()],
        ofSeveral.includes(type) || json.multiSelect === true,
      );
    if (type === 'rating') add(name, rateCodes(json));
    if (type === 'matrix')
      add(
        `${name}.`,
        listOf(json.columns).flatMap((each) => codeOf(each) ?? []),
      );
  }
  return known;
}

/** As loosely as survey-core compares, or more so: what is told is certain. */
const isSame = (code: Code, value: unknown): boolean =>
  String(code).trim().toLowerCase() === String(value).trim().toLowerCase() || Number(code) === Number(value);

const variableIn = (operand: Operand) => (operand instanceof Variable ? operand.variable : undefined);
const valuesIn = (operand: Operand): unknown[] => {
  if (operand instanceof ArrayOperand) return (operand.values as Operand[]).flatMap(valuesIn);
  return operand instanceof Const && !(operand instanceof Variable) ? [operand.correctValue] : [];
};

function strangeIn(text: string, codes: ReadonlyMap<string, Known>): { name: string; value: unknown }[] {
  const operands: Operand[] = [];
  parseExpression(text).addOperandsToList(operands);
  return operands.flatMap((operand) => {
    if (!(operand instanceof BinaryOperand) || !comparing.includes(operand.operator)) return [];
    const sides = [operand.leftOperand, operand.rightOperand] as Operand[];
    const name = sides.map(variableIn).find((each) => each !== undefined);
    const own = name?.replace(/^panel\./, '') ?? '';
    const known = codes.get(own) ?? codes.get(own.replace(/\..*$/, '.'));
    if (!known || own.endsWith('.length')) return [];
    const values = sides.flatMap(valuesIn).filter((value) => typeof value === 'string' || typeof value === 'number');
    const isPart = !known.isSeveral && operand.operator.endsWith('contains');
    const isAnswer = (value: unknown) => known.codes.some((code) => isSame(code, value));
    return isPart ? [] : values.filter((value) => !isAnswer(value)).map((value) => ({ name: own, value }));
  });
}

const properties = ['requiredIf', 'enableIf', 'expression', 'choicesVisibleIf', 'rowsVisibleIf', 'columnsVisibleIf'];

export function checkCodes(form: Json, path: string, layout: Layout, problems: Problems): void {
  const codes = codesIn(layout);
  const look = (text: unknown, at: string) => {
    if (typeof text !== 'string' || isBlank(text)) return;
    if (problems.list.some((each) => each.path === at && /^(never|always)-true$/.test(each.code))) return;
    try {
      const [strange] = strangeIn(text, codes);
      if (strange)
        problems.warning(
          at,
          'unknown-code',
          `"${shown(strange.value)}" is no answer to {${strange.name}}: choose anew`,
          [strange.value, strange.name],
        );
    } catch (error) {
      if (!(error instanceof ExpressionError)) throw error;
    }
  };
  for (const { json, path: at } of objectsAt(form.skips, join(path, 'skips'))) look(json.if, join(at, 'if'));
  for (const { json, path: at } of [...layout.groups, ...layout.questions]) {
    look(ownCondition(json), join(at, 'visibleIf'));
    for (const property of properties) look(json[property], join(at, property));
    for (const each of objectsAt(json.validators, join(at, 'validators')))
      look(each.json.expression, join(each.path, 'expression'));
    for (const list of ['choices', 'rateValues', 'rows', 'columns'])
      for (const each of objectsAt(json[list], join(at, list))) look(each.json.visibleIf, join(each.path, 'visibleIf'));
  }
}
