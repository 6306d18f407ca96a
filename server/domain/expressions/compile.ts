// Expressions become closures over columns: built once per question asked, run once per row.
import { type Column, maskByCode, presenceOf, readerOf } from '../answers/columns.ts';
import { applyBinary, applyFunction, holds, isEmpty } from './evaluate.ts';
import { type Expression, ExpressionError, namesIn, partsOf, testedNamesIn, type Value } from './syntax.ts';

export type Resolve = (name: string) => Column | undefined;
type Reader = (row: number) => Value;

export interface CompiledExpression {
  /** Every name used has a value in the row. */
  complete: (row: number) => boolean;
  /** The row has every name it needs (all but those that empty/notempty tests) and the expression is true. */
  holds: (row: number) => boolean;
  /** The expression's value; null where a name it needs is missing. */
  value: Reader;
  /** Where one name alone is used: its column, and what is said of a row by its code, -1 where it is missing. */
  byCode: { column: Column; of: (code: number) => { complete: boolean; holds: boolean } } | undefined;
  /** `holds` for the first `size` rows at once, 0 or 1 a row. */
  mask: (size: number) => Uint8Array;
  /** `complete` for the first `size` rows at once, 0 or 1 a row. */
  completeness: (size: number) => Uint8Array;
}

/**
 * @param resolve gives the column of a name
 * @throws ExpressionError naming a name that resolves to nothing; use checkExpression for a message that lists the known ones
 */
export function compileExpression(expression: Expression, resolve: Resolve): CompiledExpression {
  const column = (name: string): Column => {
    const found = resolve(name);
    if (!found) throw new ExpressionError(`there is no "${name}" to count`);
    return found;
  };
  const names = namesIn(expression);
  const tested = testedNamesIn(expression);
  const all = (list: string[]) => everyOne(list.map((name) => presenceOf(column(name))));
  const needed = all(names.filter((name) => !tested.includes(name)));
  const read = reader(expression, column);
  const byCode = overCodes(expression, column);
  return {
    complete: all(names),
    holds: (row) => needed(row) && holds(read(row)),
    value: (row) => (needed(row) ? read(row) : null),
    byCode,
    mask: (size) => {
      if (byCode) return maskByCode(byCode.column, (code) => byCode.of(code).holds);
      const mask = masked(expression, column, size);
      for (const name of names) if (!tested.includes(name)) also(mask, presence(column(name)));
      return mask;
    },
    completeness: (size) => {
      if (byCode) return presence(byCode.column);
      const mask = new Uint8Array(size).fill(1);
      for (const name of names) also(mask, presence(column(name)));
      return mask;
    },
  };
}

function overCodes(expression: Expression, column: (name: string) => Column): CompiledExpression['byCode'] {
  const [name, ...others] = namesIn(expression);
  if (name === undefined || others.length > 0) return undefined;
  const own = column(name);
  const isTested = testedNamesIn(expression).includes(name);
  const read = readerOfCodes(expression, own);
  return {
    column: own,
    of: (code) => ({ complete: code >= 0, holds: (code >= 0 || isTested) && holds(read(code)) }),
  };
}

/** The expression over a row for each code. */
function readerOfCodes(expression: Expression, column: Column): Reader {
  const codes = new Int32Array(column.dictionary.length).map((_, code) => code);
  return reader(expression, () => ({ ...column, codes }));
}

const presence = (column: Column) => maskByCode(column, (code) => code >= 0);

function also(mask: Uint8Array, other: Uint8Array): void {
  for (let row = 0; row < mask.length; row++) mask[row] = (mask[row] as number) & (other[row] as number);
}

function or(mask: Uint8Array, other: Uint8Array): void {
  for (let row = 0; row < mask.length; row++) mask[row] = (mask[row] as number) | (other[row] as number);
}

/** Where the expression is true: what asks one name only is worked out once for each of its values. */
function masked(expression: Expression, column: (name: string) => Column, size: number): Uint8Array {
  const byCode = overCodes(expression, column);
  if (byCode) {
    // Without asking for presence: that is for the whole expression.
    const read = readerOfCodes(expression, byCode.column);
    return maskByCode(byCode.column, (code) => holds(read(code)));
  }
  if (expression.kind === 'binary' && (expression.operator === 'and' || expression.operator === 'or')) {
    const mask = masked(expression.left, column, size);
    const other = masked(expression.right, column, size);
    if (expression.operator === 'and') also(mask, other);
    else or(mask, other);
    return mask;
  }
  const read = reader(expression, column);
  const mask = new Uint8Array(size);
  for (let row = 0; row < size; row++) mask[row] = holds(read(row)) ? 1 : 0;
  return mask;
}

function everyOne(tests: ((row: number) => boolean)[]): (row: number) => boolean {
  const [first, second] = tests;
  if (!first) return () => true;
  if (!second) return first;
  return (row) => tests.every((test) => test(row));
}

function reader(expression: Expression, column: (name: string) => Column): Reader {
  const table = overDictionary(expression, column);
  if (table) return table;
  switch (expression.kind) {
    case 'const':
      return () => expression.value;
    case 'name':
      return readerOf(column(expression.name));
    case 'list': {
      const items = expression.items.map((item) => reader(item, column));
      return (row) => items.map((item) => String(item(row)));
    }
    case 'unary': {
      const operand = reader(expression.operand, column);
      if (expression.operator === 'negate') return (row) => !holds(operand(row));
      const wanted = expression.operator === 'empty';
      return (row) => isEmpty(operand(row)) === wanted;
    }
    case 'binary':
      return binaryReader(expression, column);
    case 'call': {
      const parameters = expression.parameters.map((each) => reader(each, column));
      return (row) =>
        applyFunction(
          expression.name,
          parameters.map((each) => each(row)),
        );
    }
  }
}

function binaryReader(expression: Expression & { kind: 'binary' }, column: (name: string) => Column): Reader {
  const { operator } = expression;
  const left = reader(expression.left, column);
  const right = reader(expression.right, column);
  if (operator === 'and') return (row) => holds(left(row)) && holds(right(row));
  if (operator === 'or') return (row) => holds(left(row)) || holds(right(row));
  return (row) => applyBinary(operator, left(row), right(row));
}

const isFixed = (expression: Expression): boolean => expression.kind !== 'name' && partsOf(expression).every(isFixed);

/** A comparison of one coded name with fixed values is worked out once per code, then looked up per row. */
function overDictionary(expression: Expression, column: (name: string) => Column): Reader | undefined {
  if (expression.kind !== 'binary' || expression.left.kind !== 'name' || !isFixed(expression.right)) return undefined;
  const coded = column(expression.left.name);
  const { operator } = expression;
  if (coded.kind !== 'code' || operator === 'and' || operator === 'or') return undefined;
  const right = reader(expression.right, column)(0);
  const outcomes = [null, ...coded.dictionary].map((code) => applyBinary(operator, code, right));
  const { codes } = coded;
  return (row) => outcomes[(codes[row] ?? -1) + 1] ?? null;
}
