// A condition as rows to choose from, where it is that plain; and the expression of chosen rows.
import { ArrayOperand, BinaryOperand, ConditionsParser, type Operand, UnaryOperand, Variable } from 'survey-core';
import { isRelation, type Plain, plainOf, type Relation } from './parsed.ts';

export interface Row {
  /** Of a question, or whatever else can be asked for. */
  name: string;
  relation: Relation;
  /** None where the relation needs none, several where it takes a list. */
  values: Plain[];
  /** Another name that it is compared with instead of values; '' while none is chosen. */
  other?: string;
}
export interface Condition {
  join: 'and' | 'or';
  rows: Row[];
}

const signs: Record<Relation, string> = {
  equal: '=',
  notequal: '<>',
  anyof: 'anyof',
  noneof: 'noneof',
  contains: 'contains',
  notcontains: 'notcontains',
  allof: 'allof',
  greater: '>',
  greaterorequal: '>=',
  less: '<',
  lessorequal: '<=',
  notempty: 'notempty',
  empty: 'empty',
};
const listed: readonly Relation[] = ['anyof', 'noneof', 'allof'];
export const takesList = (relation: Relation) => listed.includes(relation);
const compared: readonly Relation[] = ['equal', 'notequal', 'greater', 'greaterorequal', 'less', 'lessorequal'];
/** Whether two names can be set against each other by it. */
export const takesName = (relation: Relation) => compared.includes(relation);
export const needsValue = (relation: Relation) => relation !== 'empty' && relation !== 'notempty';

const variable = (operand: Operand | null): string | undefined =>
  operand instanceof Variable ? operand.variable : undefined;
const plains = (operand: Operand | null): Plain[] | undefined => {
  const values = operand instanceof ArrayOperand ? operand.values.map(plainOf) : [plainOf(operand)];
  return values.every((value) => value !== undefined) ? values : undefined;
};

const rowOf = (operand: Operand): Row | undefined => {
  if (operand instanceof UnaryOperand) {
    const name = variable(operand.expression);
    const { operator } = operand;
    return name !== undefined && (operator === 'empty' || operator === 'notempty')
      ? { name, relation: operator, values: [] }
      : undefined;
  }
  if (!(operand instanceof BinaryOperand) || operand.isArithmetic || !isRelation(operand.operator)) return undefined;
  const { operator: relation } = operand;
  const [name, other] = [variable(operand.leftOperand), variable(operand.rightOperand)];
  if (name !== undefined && other !== undefined && takesName(relation)) return { name, relation, values: [], other };
  const values = plains(operand.rightOperand);
  if (name === undefined || !values || (!takesList(relation) && values.length !== 1)) return undefined;
  return { name, relation, values };
};

const rowsOf = (operand: Operand, join: string): Row[] | undefined => {
  if (operand instanceof BinaryOperand && operand.isConjunction) {
    if (operand.conjunction !== join) return undefined;
    const [left, right] = [rowsOf(operand.leftOperand, join), rowsOf(operand.rightOperand, join)];
    return left && right && [...left, ...right];
  }
  const row = rowOf(operand);
  return row && [row];
};

/** @returns undefined when it cannot be shown as rows: brackets of both kinds, functions, sums, or no expression at all */
export const readCondition = (expression: string): Condition | undefined => {
  if (expression.trim() === '') return { join: 'and', rows: [] };
  const parsed = new ConditionsParser().parseExpression(expression);
  if (!parsed) return undefined;
  const join = parsed instanceof BinaryOperand && parsed.isConjunction && parsed.conjunction === 'or' ? 'or' : 'and';
  const rows = rowsOf(parsed, join);
  return rows && { join, rows };
};

/** To survey-core's parser a quotation mark of either sort ends any text, unless a \ stands before it. */
const written = (value: Plain): string =>
  typeof value === 'string' ? `'${value.replace(/['"]/g, '\\$&')}'` : String(value);
const writtenRow = ({ name, relation, values, other }: Row): string => {
  const list = values.map(written).join(', ');
  const value = other !== undefined ? `{${other}}` : takesList(relation) ? `[${list}]` : list;
  return `{${name}} ${signs[relation]}${needsValue(relation) ? ` ${value}` : ''}`;
};
const isWhole = ({ name, relation, values, other }: Row) =>
  name !== '' && (!needsValue(relation) || (other === undefined ? values.length > 0 : other !== ''));
/** Rows whose name or value is not chosen yet are left out. @returns '' for no condition */
export const writeCondition = ({ join, rows }: Condition): string =>
  rows.filter(isWhole).map(writtenRow).join(` ${join} `);
