/** One question as the validator sees it. */
import type { Answer } from '../../programme/records.ts';
import type { Condition, Expression, Scope } from '../conditions.ts';
import type { Report } from '../outcome.ts';
import type { Template } from './entries.ts';

/** Checks the shape and gives the clean answer; undefined when nothing is given or (with an error reported) it is wrong. */
export type Read = (raw: unknown, at: string, report: Report) => Answer | undefined;
export type Rule = (value: Answer | undefined, at: string, scope: Scope, report: Report) => void;

/** What a question type adds. */
export interface FieldRules {
  read: Read;
  /** Choices and rows on offer for these answers. */
  offered?: Rule;
  /** Rules that a disabled question is spared. */
  rules: Rule[];
}

export interface CompiledField extends FieldRules {
  kind: 'field';
  name: string;
  type: string;
  visibleIf: Condition | undefined;
  enableIf: Condition | undefined;
  requiredIf: Condition | undefined;
  isRequired: boolean;
  compute: Expression | undefined;
  comment: { name: string; area: boolean; other: boolean; maxLength: number } | undefined;
  /** Of a repeating panel: what each entry asks. */
  template: Template | undefined;
}
