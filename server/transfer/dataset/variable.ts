// A table for statisticians, whatever the format of its file: variables with labels and codes, and rows of cells.
import type { Coded, Title } from '../codebook.ts';

/** The question was not part of that version, or skip logic passed it by: something else than not answered. */
export const notAsked = Symbol('not asked');
/** undefined: not answered. A day is 'YYYY-MM-DD'. */
export type Cell = string | number | undefined | typeof notAsked;

export interface CodedValue {
  /** As in the database and the CSV. */
  code: string;
  /** As in SPSS, where numbers sort and count. */
  number: number;
  label: Title;
}

export interface Variable {
  name: string;
  label: Title;
  /** key: a pseudonym of this export. */
  kind: 'key' | 'code' | 'number' | 'day' | 'text';
  level: 'nominal' | 'ordinal' | 'scale';
  codes: readonly CodedValue[];
  /** Versions of the survey that ask it, oldest first; empty where there are none. */
  versions: readonly number[];
  /** Those of them whose answers are not comparable with earlier ones. */
  breaks?: readonly number[];
}

export interface Table {
  name: string;
  label: Title;
  variables: readonly Variable[];
  /** In batches; from the beginning each time it is called. */
  rows(): AsyncIterable<readonly (readonly Cell[])[]>;
}

/** @param breaks of its survey, by question: a column may be a row or a choice of one */
export function withBreaks(variable: Variable, breaks: ReadonlyMap<string, readonly number[]> = new Map()): Variable {
  const isOf = (question: string) =>
    [question, `${question}-Comment`].includes(variable.name) || variable.name.startsWith(`${question}.`);
  const [, found] = [...breaks].find(([question]) => isOf(question)) ?? [];
  return found ? { ...variable, breaks: found } : variable;
}

export const labelIn = (label: Title, language: string): string => label[language] || label.sv || label.en || '';

/** Codes that are whole numbers keep them; all others are numbered from 1 in the order in which they are offered. */
export function numbered(codes: Coded): CodedValue[] {
  const areNumbers = codes.length > 0 && codes.every(({ code }) => /^-?\d{1,4}$/.test(code));
  return codes.map(({ code, title }, at) => ({ code, number: areNumbers ? Number(code) : at + 1, label: title }));
}

type Extra = Partial<Pick<Variable, 'level' | 'versions'>>;
const plain =
  (kind: Variable['kind'], level: Variable['level']) =>
  (name: string, label: Title, extra: Extra = {}) => ({
    ...{ name, label, kind, level, codes: [], versions: [] },
    ...extra,
  });

export const keyVariable = plain('key', 'nominal');
export const textVariable = plain('text', 'nominal');
export const dayVariable = plain('day', 'scale');
export const numberVariable = plain('number', 'scale');
export const codeVariable = (name: string, label: Title, codes: Coded, extra: Extra = {}): Variable => ({
  ...{ name, label, kind: 'code', level: 'nominal', codes: numbered(codes), versions: [] },
  ...extra,
});
