// A repeat is a repeating panel; how often it is asked is a number, or up to whoever answers.
import { mostEntries } from '../../../domain/surveys/fields/entries.ts';
import type { FormRow } from '../formSheet.ts';
import { translateCondition } from '../xpath/translate.ts';
import { Appearance } from './appearance.ts';
import { type Element, type Form, setText, translated } from './element.ts';

export function repeatOf(row: FormRow, name: string, form: Form): Element {
  const element: Element = { type: 'paneldynamic', name };
  if (!setText(element, 'title', form, row, 'label')) {
    element.title = Object.fromEntries(form.texts.languages.map((language) => [language, name]));
    form.remarks.add(row.place('label'), '', 'text', `the repeat has no label; its name "${name}" is shown`);
  }
  setText(element, 'description', form, row, 'hint');
  const visibleIf = translated(form, row, 'relevant', 'expression', translateCondition);
  if (visibleIf !== undefined && visibleIf !== 'true') element.visibleIf = visibleIf;
  setCount(element, row, form);
  const appearance = new Appearance(row);
  appearance.takes('field-list');
  appearance.remarkLeft(form.remarks);
  return { ...element, confirmDelete: true };
}

function setCount(element: Element, row: FormRow, { remarks }: Form): void {
  const source = row.get('repeat_count').trim();
  if (source === '') return;
  const count = Number(source);
  if (Number.isInteger(count) && count > 0 && count <= mostEntries)
    Object.assign(element, { minPanelCount: count, maxPanelCount: count, panelCount: count });
  else
    remarks.add(
      row.place('repeat_count'),
      source,
      'repeat',
      `only a whole number from 1 to ${mostEntries} is carried; whoever answers adds as many entries as they wish`,
    );
}
