// What a condition can ask for, and the values that it may have.
import type { Plain, Relation } from './parsed.ts';

/** What a form asks for: questions of a survey, or whatever a programme knows. */
export type AskedOf = 'questions' | 'names';

export interface AskedName {
  name: string;
  title: string;
  /** Codes to choose from; undefined where any value may be written. */
  values: { value: Plain; title: string }[] | undefined;
  kind: 'code' | 'list' | 'number' | 'date' | 'text';
  relations: readonly Relation[];
  /** A value as it is written, where it has a form of its own. */
  example?: string | undefined;
}

const scale = ['equal', 'notequal', 'greater', 'greaterorequal', 'less', 'lessorequal', 'notempty', 'empty'] as const;
export const relationsFor: Readonly<Record<AskedName['kind'], readonly Relation[]>> = {
  number: scale,
  date: scale,
  code: ['equal', 'notequal', 'anyof', 'noneof', 'notempty', 'empty'],
  list: ['contains', 'notcontains', 'anyof', 'allof', 'noneof', 'notempty', 'empty'],
  text: ['notempty', 'empty', 'equal', 'notequal'],
};

/** Numbers and days can be set against each other. */
export const comparableWith = (asked: AskedName, names: readonly AskedName[]): AskedName[] =>
  asked.kind === 'number' || asked.kind === 'date'
    ? names.filter(({ name, kind }) => kind === asked.kind && name !== asked.name)
    : [];
