// The rules for answers that the server keeps to, and for which kinds of question each makes sense.
import type { Kind } from './kinds.ts';
import type { Json } from './tree.ts';

const rules = ['numeric', 'text', 'regex', 'email', 'answercount', 'expression'] as const;
export type Rule = (typeof rules)[number];
export const isRule = (type: string): type is Rule => rules.some((each) => each === type);

/** `numericvalidator` and `numeric` are the same to SurveyJS. */
export const ruleOf = ({ type }: Json): string => String(type).replace(/validator$/, '');

const fitting: Partial<Record<Kind, readonly Rule[]>> = {
  text: ['text', 'regex', 'email', 'expression'],
  comment: ['text', 'regex', 'expression'],
  number: ['numeric', 'expression'],
  checkbox: ['answercount', 'expression'],
  tagbox: ['answercount', 'expression'],
  ranking: ['answercount', 'expression'],
  paneldynamic: ['expression'],
};
const unanswered: readonly Kind[] = ['panel', 'html', 'expression'];

export const fittingRules = (kind: Kind): readonly Rule[] =>
  unanswered.includes(kind) ? [] : (fitting[kind] ?? ['expression']);
