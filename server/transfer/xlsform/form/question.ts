import { NotTranslatable } from '../xpath/notTranslatable.ts';
import { translateCondition, translateValue } from '../xpath/translate.ts';
import { Appearance } from './appearance.ts';
import { constrain } from './constraint.ts';
import { type Element, type Form, flag, setText, surroundingsOf, translated } from './element.ts';
import { note } from './note.ts';
import { parametersOf, range } from './range.ts';
import type { Asked } from './rows.ts';
import { acknowledge, rank, selectMultiple, selectOne } from './select.ts';
import type { QuestionType } from './types.ts';

type Make = (asked: Asked, form: Form, appearance: Appearance) => Element;
const input =
  (inputType: string, more: Element = {}): Make =>
  () => ({ type: 'text', inputType, ...more });

/** More are neither shown nor read by survey-core's masks. */
const mostDecimals = 6;

/** `thousands-sep` sets thousands apart while the number is written, as a mask does. */
function number(precision: number, more: Element, { row }: Asked, { remarks }: Form, appearance: Appearance): Element {
  if (!appearance.takes('thousands-sep')) return { type: 'text', inputType: 'number', ...more };
  if (precision > 0)
    remarks.add(row.place('appearance'), 'thousands-sep', 'appearance', `at most ${precision} decimals can be written`);
  // A space and a comma, as numbers are written in Swedish.
  const maskSettings = { decimalSeparator: ',', thousandsSeparator: ' ', precision };
  return { type: 'text', maskType: 'numeric', maskSettings };
}

const makers: Readonly<Record<Exclude<QuestionType, 'calculate' | 'note'>, Make>> = {
  acknowledge: (_asked, form) => acknowledge(form),
  date: (_asked, _form, appearance) => ({ type: 'text', inputType: appearance.takes('month-year') ? 'month' : 'date' }),
  datetime: input('datetime-local'),
  decimal: (asked, form, appearance) => number(mostDecimals, {}, asked, form, appearance),
  integer: (asked, form, appearance) => number(0, { step: 1 }, asked, form, appearance),
  range,
  rank,
  select_multiple: selectMultiple,
  select_one: selectOne,
  signature: (_asked, _form, appearance) => {
    appearance.takes('signature');
    return { type: 'signaturepad' };
  },
  text: (_asked, _form, appearance) => ({ type: appearance.takes('multiline') ? 'comment' : 'text' }),
  time: input('time'),
};

/** undefined for a calculation that has no counterpart. */
export function questionOf(asked: Asked, form: Form): Element | undefined {
  const { row, type, name } = asked;
  if (type === 'note') return note(asked, form);
  const isReadOnly = flag(row.get('read_only')) !== 'no';
  if (type === 'calculate' || (isReadOnly && row.get('calculation') !== '')) return computed(asked, form);
  const appearance = new Appearance(row);
  const element: Element = { ...makers[type](asked, form, appearance), name };
  title(element, asked, form);
  setText(element, 'description', form, row, 'hint');
  require(element, asked, form);
  const visibleIf = translated(form, row, 'relevant', 'expression', translateCondition);
  if (visibleIf !== undefined && visibleIf !== 'true') element.visibleIf = visibleIf;
  if (visibleIf === undefined && row.get('relevant') !== '' && element.isRequired === true)
    form.remarks.add(
      row.place('required'),
      row.get('required'),
      'expression',
      'everybody must answer it, since its condition is left out',
    );
  constrain(element, asked, form);
  remarkRest(element, asked, form);
  appearance.remarkLeft(form.remarks);
  return inOrder(element);
}

function title(element: Element, { row, name }: Asked, form: Form): void {
  if (setText(element, 'title', form, row, 'label')) return;
  element.title = Object.fromEntries(form.texts.languages.map((language) => [language, name]));
  element.draft = true;
  if (row.get('type').toLowerCase() !== 'calculate')
    form.remarks.add(row.place('label'), '', 'text', `the question has no label; its name "${name}" is shown`);
}

function require(element: Element, { row }: Asked, form: Form): void {
  const wanted = flag(row.get('required'));
  if (wanted === 'yes') element.isRequired = true;
  const requiredIf =
    wanted === 'condition' ? translated(form, row, 'required', 'expression', translateCondition) : undefined;
  if (requiredIf !== undefined) element.requiredIf = requiredIf;
  if (wanted !== 'no') setText(element, 'requiredErrorText', form, row, 'required_message');
}

/** What the question goes without. */
function remarkRest(element: Element, { row }: Asked, { remarks }: Form): void {
  const [preset, calculation, readOnly] = [row.get('default'), row.get('calculation'), row.get('read_only')];
  if (preset !== '')
    remarks.add(row.place('default'), preset, 'default', 'an answer filled in beforehand would be counted as given');
  if (calculation !== '')
    remarks.add(
      row.place('calculation'),
      calculation,
      'default',
      'an answer filled in by calculation would be counted as given',
    );
  if (flag(readOnly) !== 'no')
    remarks.add(
      row.place('read_only'),
      readOnly,
      'read-only',
      'a question that cannot be answered is none; it can be answered here',
    );
  const parameters = parametersOf(row.get('parameters'));
  if (parameters.get('randomize') === 'true' && element.choices) element.choicesOrder = 'random';
  const left = [...parameters.keys()].filter((name) => !['start', 'end', 'step', 'randomize'].includes(name));
  if (left.length > 0) remarks.add(row.place('parameters'), left.join(' '), 'parameters', 'they have no counterpart');
}

/** A computed value is always worked out: a condition of its own goes into the expression. */
function computed(asked: Asked, form: Form): Element | undefined {
  const { row, name } = asked;
  const source = row.get('calculation');
  const relevant = row.get('relevant');
  try {
    const value = translateValue(source, surroundingsOf(form));
    const condition = relevant === '' ? undefined : translateCondition(relevant, surroundingsOf(form));
    const element: Element = { type: 'expression', name };
    title(element, asked, form);
    element.expression = condition === undefined ? value : `iif(${condition}, ${value}, '')`;
    const shown = 'the value is shown to the one who answers, since a computed value cannot be hidden';
    form.remarks.add(row.place('calculation'), source, 'shown', shown);
    return inOrder(element);
  } catch (error) {
    if (!(error instanceof NotTranslatable)) throw error;
    form.remarks.add(row.place('calculation'), source, 'calculation', `${error.message}; it is left out`);
    return undefined;
  }
}

/** As people write it: what it is and asks first. */
function inOrder(element: Element): Element {
  const { type, name, title: text, draft, description, isRequired, ...rest } = element;
  const first = { type, name, title: text, draft, description, isRequired };
  return { ...Object.fromEntries(Object.entries(first).filter(([, value]) => value !== undefined)), ...rest };
}
