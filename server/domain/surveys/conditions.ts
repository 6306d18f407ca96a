/**
 * Skip logic, evaluated by survey-core's own operands so that loose comparison and missing values mean here what they
 * mean in the participant's browser; only the look-up of names is ours. Counting has another, stricter dialect.
 */
import { ConditionsParser, FunctionOperand, type Operand, ProcessValue } from 'survey-core';
import type { Answer } from '../programme/records.ts';
import { isBlank, isJsonObject } from './json.ts';

export type Values = Record<string, Answer>;
/** `item` is the choice, row or column that a condition about choices is asked for. */
export interface Scope {
  readonly values: Values;
  /** The entry of a repeating panel that a condition inside it is asked for. */
  readonly panel?: Values;
  readonly item?: string | number;
}
export type Expression = (scope: Scope) => unknown;
export type Condition = (scope: Scope) => boolean;

export interface KnownName {
  /** Of the question. */
  type: string;
  /** What an expression sees of an answer, or of none, where that is not the answer itself. */
  read?: ((value: Answer | undefined) => Answer | undefined) | undefined;
}
/** By question name (and `name-Comment`): what an expression may use. */
export type KnownNames = ReadonlyMap<string, KnownName>;

/** Pure functions only: the answer to an expression depends on the answers alone. */
const functions: ReadonlySet<string> = new Set(['iif', 'sum', 'min', 'max', 'count', 'avg', 'round', 'trunc']);

const listTypes: ReadonlySet<string> = new Set(['checkbox', 'tagbox', 'ranking']);
const rowTypes: ReadonlySet<string> = new Set(['matrix', 'multipletext']);

export class ExpressionError extends Error {
  readonly code: 'expression-syntax' | 'expression-name' | 'expression-function';
  /** Names in it, for whoever says it in another language. */
  readonly about: readonly string[];
  constructor(code: ExpressionError['code'], message: string, about: readonly string[] = []) {
    super(message);
    this.code = code;
    this.about = about;
  }
}

interface ValueInfo {
  name: string;
  value?: unknown;
  hasValue?: boolean;
  strictCompare?: boolean;
}

interface Path {
  readonly first: string;
  readonly steps: readonly string[];
  /** survey-core compares a ranking in order. */
  readonly strict: boolean;
  /** What survey-core reads where nothing is answered: of a multiple choice an empty list, of rows null. */
  readonly unanswered: readonly string[] | null | undefined;
  /** In the entry, not in the survey. */
  readonly isWithin: boolean;
  /** survey-core takes entries without content for no answer. */
  readonly isEntries: boolean;
  readonly read: KnownName['read'];
}

class ScopeReader extends ProcessValue {
  scope: Scope = { values: {} };
  paths: ReadonlyMap<string, Path> = new Map();

  constructor() {
    super(undefined as unknown as ConstructorParameters<typeof ProcessValue>[0]);
  }

  override getValueInfo(info: ValueInfo): { hasValue: boolean } {
    const path = this.paths.get(info.name);
    info.strictCompare = path?.strict === true;
    info.hasValue = true;
    if (path === undefined) {
      info.value = info.name === 'item' ? this.scope.item : undefined;
    } else if (path.steps.length === 0) {
      info.value = this.#valueAt(path) ?? path.unanswered;
    } else {
      info.value = descend((path.isWithin ? this.scope.panel : this.scope.values)?.[path.first], path.steps);
      info.hasValue = info.value !== undefined;
    }
    return { hasValue: info.hasValue };
  }

  #valueAt({ first, isWithin, isEntries, read }: Path): Answer | undefined {
    const value = (isWithin ? this.scope.panel : this.scope.values)?.[first];
    if (isEntries && Array.isArray(value) && value.every(isBlank)) return undefined;
    return read ? read(value) : value;
  }
}

const reader = new ScopeReader();

/** Whatever has no length has 0 of it, an answered number too. */
function descend(start: unknown, steps: readonly string[]): unknown {
  let value = start;
  for (const step of steps) {
    if (step === 'length' && (Array.isArray(value) || typeof value === 'string')) return value.length;
    value = isJsonObject(value) && Object.hasOwn(value, step) ? value[step] : undefined;
  }
  return value === undefined && steps.at(-1) === 'length' ? 0 : value;
}

/** Throws ExpressionError when the text is not an expression. */
export function parseExpression(text: string): Operand {
  const parser = new ConditionsParser();
  const operand = parser.parseExpression(text) as Operand | undefined;
  if (operand) return operand;
  const at = parser.error ? ` near character ${parser.error.at + 1}` : '';
  throw new ExpressionError('expression-syntax', `"${text}" is not an expression: look${at}`);
}

/** The names inside braces, as written: `{m.row}` gives `m.row`. */
export function namesIn(operand: Operand): string[] {
  const names: string[] = [];
  operand.setVariables(names);
  return [...new Set(names)];
}

function pathOf(name: string, { known, panel, own = new Set() }: ExpressionPlace): Path {
  const parts = name.split('.');
  const isWithin = panel !== undefined && parts[0] === 'panel';
  const [first = '', ...steps] = isWithin ? parts.slice(1) : parts;
  const found = (isWithin ? panel : known).get(first);
  if (found === undefined)
    throw new ExpressionError(
      'expression-name',
      `{${name}} names no question ${hintFor(first, isWithin, known, panel)}`,
      [name],
    );
  const { type, read } = found;
  if (own.has((parts[0] ?? '').toLowerCase()))
    throw new ExpressionError(
      'expression-name',
      `{${name}} is both a question and a row of this one: rename one of them`,
      [name],
    );
  if (type === 'paneldynamic' && steps.length > 0 && steps.join('.') !== 'length')
    throw new ExpressionError(
      'expression-name',
      `{${name}}: a condition cannot look into the entries of a repeating panel; write {${first}.length} for their number`,
      [name],
    );
  const unanswered = listTypes.has(type) ? [] : rowTypes.has(type) ? null : undefined;
  const strict = type === 'ranking' && steps.length === 0;
  return { first, steps, strict, unanswered, isWithin, isEntries: type === 'paneldynamic', read };
}

function hintFor(first: string, isWithin: boolean, known: KnownNames, panel: KnownNames | undefined): string {
  const where = isWithin ? 'of this repeating panel' : 'of this survey';
  if (!isWithin && panel?.has(first)) return `${where}; inside a repeating panel write {panel.${first}}`;
  const meant = [...(isWithin && panel ? panel : known).keys()].find(
    (each) => each.toLowerCase() === first.toLowerCase(),
  );
  return meant ? `${where}; names are case-sensitive: write {${isWithin ? 'panel.' : ''}${meant}}` : where;
}

export interface ExpressionPlace {
  known: KnownNames;
  /** Inside a repeating panel: the names of the same entry, written `{panel.name}`. */
  panel?: KnownNames | undefined;
  /** Rows or items of the question itself, lower case: survey-core looks there first. */
  own?: ReadonlySet<string>;
  /** `{item}` may be used. */
  hasItem?: boolean;
}

/** Parses once; throws ExpressionError for what it does not understand. A failure while evaluating gives null. */
export function compileExpression(text: string, place: ExpressionPlace): Expression {
  const operand = parseExpression(text);
  const operands: Operand[] = [];
  operand.addOperandsToList(operands);
  for (const each of operands) {
    if (each instanceof FunctionOperand && !functions.has(each.functionName))
      throw new ExpressionError(
        'expression-function',
        `function ${each.functionName}() is not supported: use ${[...functions].join(', ')}`,
        [each.functionName],
      );
  }
  const paths = new Map<string, Path>();
  for (const name of namesIn(operand)) {
    if (name === 'item' && place.hasItem) continue;
    paths.set(name, pathOf(name, place));
  }
  return (scope) => {
    reader.scope = scope;
    reader.paths = paths;
    try {
      return operand.evaluate(reader);
    } catch {
      return null;
    }
  };
}

/** When survey-core takes a result for a yes: it differs from property to property, for results that are no booleans. */
const yes = {
  /** visibleIf, requiredIf of a question, panel or page. */
  exactly: (value: unknown) => value === true,
  /** enableIf: only a plain no disables. */
  unlessFalse: (value: unknown) => value !== false,
  /** Conditions of choices, rows and columns, and expression validators. */
  // biome-ignore lint/suspicious/noDoubleEquals: survey-core compares loosely here
  loosely: (value: unknown) => value == true,
};

/** undefined where no condition is written. Throws as compileExpression does. */
export function compileCondition(
  text: unknown,
  place: ExpressionPlace,
  reading: keyof typeof yes,
): Condition | undefined {
  if (typeof text !== 'string' || text.trim() === '') return undefined;
  const expression = compileExpression(text, place);
  const isYes = yes[reading];
  return (scope) => isYes(expression(scope));
}
