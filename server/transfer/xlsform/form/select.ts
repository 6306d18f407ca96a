// select_one, select_multiple, rank and acknowledge.
import { NotTranslatable } from '../xpath/notTranslatable.ts';
import { filterFrom } from '../xpath/translate.ts';
import type { Appearance } from './appearance.ts';
import type { Choice, ChoiceList } from './choices.ts';
import { type Element, type Form, surroundingsOf } from './element.ts';
import type { Asked } from './rows.ts';
import type { Localized } from './texts.ts';
import { ownWords } from './words.ts';

export function acknowledge(form: Form): Element {
  const text = ownWords('acknowledged', form.texts.languages);
  return { type: 'checkbox', choices: [{ value: 'OK', text }] };
}

export function rank(asked: Asked, form: Form): Element {
  return { type: 'ranking', choices: choicesOf(asked, form, false) };
}

export function selectMultiple(asked: Asked, form: Form, appearance: Appearance): Element {
  const type = isDropdown(appearance) ? 'tagbox' : 'checkbox';
  return withOther({ type, choices: choicesOf(asked, form, false), ...columns(appearance, type) }, asked, form);
}

export function selectOne(asked: Asked, form: Form, appearance: Appearance): Element {
  const choices = choicesOf(asked, form, true);
  const isScale = appearance.takes('likert');
  const scale = isScale && !asked.hasOther ? scaleOf(choices) : undefined;
  if (scale) return scale;
  if (isScale)
    form.remarks.add(
      asked.row.place('appearance'),
      'likert',
      'appearance',
      'a scale has the values 1, 2, 3 ... in order; shown as single choice',
    );
  const type = isDropdown(appearance) ? 'dropdown' : 'radiogroup';
  return withOther({ type, choices, ...columns(appearance, type) }, asked, form);
}

const isDropdown = (appearance: Appearance) =>
  appearance.takes('minimal', 'autocomplete', 'search', 'combobox', 'quickcompact');

function columns(appearance: Appearance, type: string): Element {
  if (type === 'dropdown' || type === 'tagbox') return {};
  const count = appearance.takesNumber('columns-');
  const isFlat = appearance.takes('horizontal', 'columns', 'columns-pack', 'horizontal-compact');
  if (count !== undefined && count > 0) return { colCount: Math.min(count, 5) };
  return isFlat ? { colCount: 0 } : {};
}

type Item = { value: string | number; text?: Localized; visibleIf?: string };

function choicesOf(asked: Asked, form: Form, withNumbers: boolean): Item[] {
  const { list } = asked;
  if (!list) return [];
  const filter = filterOf(asked, form, list);
  return list.choices.map((choice, at) => {
    const item: Item = { value: (withNumbers ? list.numbers?.get(choice.row.get('name')) : undefined) ?? choice.code };
    item.text = labelOf(choice, form);
    const condition = filter?.[at];
    if (condition !== undefined && condition !== 'true') item.visibleIf = condition;
    return item;
  });
}

/** Several questions may share a list: what is to be told of a label is told once. */
const labels = new WeakMap<Choice, Localized>();

function labelOf(choice: Choice, { texts, remarks }: Form): Localized {
  const { row } = choice;
  const known = labels.get(choice);
  if (known) return known;
  const label = texts.find(row, 'label')?.texts ?? { sv: row.get('name') };
  if (row.texts('label').size === 0)
    remarks.add(row.place('label'), '', 'text', `the choice has no label; its value "${row.get('name')}" is shown`);
  labels.set(choice, label);
  return label;
}

/** A choice_filter becomes a condition of each choice, with the choice's own cells put in for the columns' names. */
function filterOf({ row }: Asked, form: Form, list: ChoiceList): string[] | undefined {
  const source = row.get('choice_filter');
  if (source === '') return undefined;
  const around = surroundingsOf(form);
  try {
    const conditionWith = filterFrom(source);
    return list.choices.map(({ row: { cells } }) => conditionWith({ ...around, cells }));
  } catch (error) {
    if (!(error instanceof NotTranslatable)) throw error;
    form.remarks.add(row.place('choice_filter'), source, 'expression', `${error.message}; all choices are offered`);
    return undefined;
  }
}

/** With numbers 1, 2, 3 ... in order: the product's scale, with the labels as explanations. */
function scaleOf(choices: readonly Item[]): Element | undefined {
  const first = choices[0]?.value;
  const isScale = choices.every(({ value, visibleIf }, at) => value === Number(first) + at && visibleIf === undefined);
  if (!isScale || choices.length < 2 || choices.length > 20 || typeof first !== 'number') return undefined;
  return {
    type: 'rating',
    rateMin: first,
    rateMax: first + choices.length - 1,
    explanations: Object.fromEntries(choices.map(({ value, text }) => [String(value), text])),
  };
}

function withOther(element: Element, { hasOther }: Asked, { texts }: Form): Element {
  if (!hasOther) return element;
  const choices = element.choices as Item[];
  const own = choices.find(({ value }) => value === 'other');
  return {
    ...element,
    choices: choices.filter((each) => each !== own),
    showOtherItem: true,
    otherText: own?.text ?? ownWords('other', texts.languages),
  };
}
