// What survey-core's parser makes of the comparisons and the values in an expression.
import { Const, type Operand, Variable } from 'survey-core';

const relations = [
  'equal',
  'notequal',
  'anyof',
  'noneof',
  'contains',
  'notcontains',
  'allof',
  'greater',
  'greaterorequal',
  'less',
  'lessorequal',
  'notempty',
  'empty',
] as const;
export type Relation = (typeof relations)[number];
export const isRelation = (operator: string): operator is Relation => relations.some((each) => each === operator);

export type Plain = string | number | boolean;
/** A Variable is a Const to survey-core, too. @returns undefined for anything but a written value */
export const plainOf = (operand: Operand | null): Plain | undefined => {
  if (!(operand instanceof Const) || operand instanceof Variable) return undefined;
  const value: unknown = operand.correctValue;
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : undefined;
};
