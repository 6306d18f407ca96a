import type { FormRow } from '../formSheet.ts';
import type { RemarkCode, Remarks } from '../remarks.ts';
import { NotTranslatable } from '../xpath/notTranslatable.ts';
import type { Surroundings } from '../xpath/subject.ts';
import type { FormItems } from './rows.ts';
import type { Texts } from './texts.ts';

/** SurveyJS JSON that is still being built. */
export type Element = Record<string, unknown>;

/** What is known of the form while its rows become questions. */
export interface Form {
  items: FormItems;
  texts: Texts;
  remarks: Remarks;
}

export const surroundingsOf = ({ items }: Form): Surroundings => ({ getSubject: (name) => items.getSubject(name) });

/** The element gets the expression of a cell; what has no counterpart is told, and the element goes without it. */
export function translated(
  form: Form,
  row: FormRow,
  column: string,
  code: RemarkCode,
  translate: (source: string, around: Surroundings) => string,
): string | undefined {
  const source = row.get(column);
  if (source === '') return undefined;
  try {
    return translate(source, surroundingsOf(form));
  } catch (error) {
    if (!(error instanceof NotTranslatable)) throw error;
    form.remarks.add(row.place(column), source, code, error.message);
    return undefined;
  }
}

const isYes = (text: string) => /^(yes|true|true\(\)|1)$/i.test(text);
const isNo = (text: string) => text === '' || /^(no|false|false\(\)|0)$/i.test(text);

/** yes, no, or a condition of its own. */
export function flag(text: string): 'yes' | 'no' | 'condition' {
  if (isYes(text)) return 'yes';
  return isNo(text) ? 'no' : 'condition';
}

/** Sets a text in all its languages; without one nothing is set. */
export function setText(element: Element, property: string, form: Form, row: FormRow, column: string): boolean {
  const found = form.texts.find(row, column);
  if (found) element[property] = found.texts;
  if (found?.standsIn && element.type !== 'panel') element.draft = true;
  return found !== undefined;
}
