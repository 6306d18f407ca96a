// A condition as rows to choose from, where it is that plain; and the expression of chosen rows.
import {
  ArrayOperand,
  BinaryOperand,
  ConditionsParser,
  Const,
  type Operand,
  UnaryOperand,
  Variable,
} from 'survey-core';

export const relations = [
  'equal',
  'notequal',
  'anyof',
  'contains',
  'notcontains',
  'greater',
  'greaterorequal',
  'less',
  'lessorequal',
  'notempty',
  'empty',
] as const;
export type Relation = (typeof relations)[number];
export type Plain = string | number | boolean;
export interface Row {
  question: string;
  relation: Relation;
  /** None where the relation needs none, several for `anyof`. */
  values: Plain[];
}
export interface Condition {
  join: 'and' | 'or';
  rows: Row[];
}

const signs: Record<Relation, string> = {
  equal: '=',
  notequal: '<>',
  anyof: 'anyof',
  contains: 'contains',
  notcontains: 'notcontains',
  greater: '>',
  greaterorequal: '>=',
  less: '<',
  lessorequal: '<=',
  notempty: 'notempty',
  empty: 'empty',
};
export const needsValue = (relation: Relation) => relation !== 'empty' && relation !== 'notempty';
const isRelation = (name: string): name is Relation => relations.some((each) => each === name);

const variable = (operand: unknown): string | undefined => (operand instanceof Variable ? operand.variable : undefined);
const plain = (operand: unknown): Plain | undefined => {
  if (!(operand instanceof Const) || operand instanceof Variable) return undefined;
  const value: unknown = operand.correctValue;
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : undefined;
};
const plains = (operand: unknown): Plain[] | undefined => {
  const values = operand instanceof ArrayOperand ? operand.values.map(plain) : [plain(operand)];
  return values.every((value) => value !== undefined) ? values : undefined;
};

const rowOf = (operand: Operand): Row | undefined => {
  if (operand instanceof UnaryOperand) {
    const question = variable(operand.expression);
    const { operator } = operand;
    return question !== undefined && (operator === 'empty' || operator === 'notempty')
      ? { question, relation: operator, values: [] }
      : undefined;
  }
  if (!(operand instanceof BinaryOperand) || operand.isArithmetic || !isRelation(operand.operator)) return undefined;
  const [question, values] = [variable(operand.leftOperand), plains(operand.rightOperand)];
  if (question === undefined || !values || (operand.operator !== 'anyof' && values.length !== 1)) return undefined;
  return { question, relation: operand.operator, values };
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

const written = (value: Plain): string =>
  typeof value === 'string' ? `'${value.replace(/'/g, "\\'")}'` : String(value);
const writtenRow = ({ question, relation, values }: Row): string => {
  const value = relation === 'anyof' ? `[${values.map(written).join(', ')}]` : values.map(written).join('');
  return `{${question}} ${signs[relation]}${needsValue(relation) ? ` ${value}` : ''}`;
};
/** Rows whose question or value is not chosen yet are left out. @returns '' for no condition */
export const writeCondition = ({ join, rows }: Condition): string =>
  rows
    .filter(({ question, relation, values }) => question !== '' && (!needsValue(relation) || values.length > 0))
    .map(writtenRow)
    .join(` ${join} `);
