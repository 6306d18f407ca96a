// Groups become pages and, inside one another, panels. A question outside all groups has a page of its own, as in ODK.
import { refuse } from '../refusal.ts';
import { translateCondition } from '../xpath/translate.ts';
import { Appearance } from './appearance.ts';
import { type Element, type Form, setText, translated } from './element.ts';
import { LegalNames } from './names.ts';
import { questionOf } from './question.ts';
import { repeatOf } from './repeat.ts';
import type { FormItem } from './rows.ts';

interface Group {
  element: Element;
  elements: Element[];
  /** The row of its begin. */
  row: number;
}
const deepest = 8;

export class Pages {
  readonly pages: Element[] = [];
  private readonly open: Group[] = [];
  private readonly names = new LegalNames();
  /** Computed values that stand where conditions are: they must always be worked out. */
  private readonly computed: Element[] = [];

  constructor(
    items: readonly FormItem[],
    private readonly form: Form,
    private readonly sheet: string,
  ) {
    for (const item of items) {
      if (item.kind === 'question') this.add(questionOf(item, form));
      else if (item.kind === 'begin' && item.repeat !== undefined) this.beginRepeat(item.row, item.repeat);
      else if (item.kind === 'begin') this.begin(item.row);
      else this.end(item.row.row, item.repeat);
    }
    const left = this.open.at(-1);
    if (left) refuse('unbalanced', `sheet "${sheet}", row ${left.row}: the group has no "end group"; add it`);
    this.placeComputed();
  }

  private begin(row: FormItem['row']): void {
    if (this.open.length >= deepest)
      refuse('too-deep', `sheet "${this.sheet}", row ${row.row}: groups stand more than ${deepest} deep; join some`);
    const isPage = this.open.length === 0;
    const element: Element = isPage ? {} : { type: 'panel' };
    element.name = this.names.take(row.get('name') || (isPage ? 'page' : 'group'));
    setText(element, 'title', this.form, row, 'label');
    delete element.draft;
    setText(element, 'description', this.form, row, 'hint');
    delete element.draft;
    const visibleIf = translated(this.form, row, 'relevant', 'expression', translateCondition);
    if (visibleIf !== undefined && visibleIf !== 'true') element.visibleIf = visibleIf;
    const appearance = new Appearance(row);
    appearance.takes('field-list');
    appearance.remarkLeft(this.form.remarks);
    this.open.push({ element, elements: [], row: row.row });
  }

  /** A repeat outside all groups has a page of its own, as a question has. */
  private beginRepeat(row: FormItem['row'], name: string): void {
    this.form.items.within = name;
    this.open.push({ element: repeatOf(row, name, this.form), elements: [], row: row.row });
  }

  private end(row: number, repeat?: string): void {
    const group = this.open.pop();
    const isRepeat = group?.element.type === 'paneldynamic';
    if (!group || isRepeat !== (repeat !== undefined))
      refuse('unbalanced', `sheet "${this.sheet}", row ${row}: an "end group" has no "begin group"; delete the row`);
    if (isRepeat) this.form.items.within = undefined;
    if (group.elements.length === 0) return;
    if (isRepeat) {
      this.placeRepeat(group);
      return;
    }
    const whole = { ...group.element, elements: group.elements };
    (this.open.at(-1)?.elements ?? this.pages).push(whole);
  }

  private placeRepeat({ element, elements }: Group): void {
    if (elements.every(({ type }) => type === 'html')) return;
    const whole = { ...element, templateElements: elements };
    const group = this.open.at(-1);
    if (group) group.elements.push(whole);
    else this.pages.push({ name: this.names.take(String(element.name)), elements: [whole] });
  }

  private add(element: Element | undefined): void {
    if (!element) return;
    const group = this.open.at(-1);
    const isFree = this.open.every((each) => each.element.visibleIf === undefined);
    if (element.type === 'expression' && (!group || !isFree)) this.computed.push(element);
    else if (group) group.elements.push(element);
    else this.pages.push({ name: this.names.take(String(element.name)), elements: [element] });
  }

  /** On the last page that everybody sees, under its questions; if there is none, on a page of their own. */
  private placeComputed(): void {
    if (this.computed.length === 0) return;
    const page = this.pages.findLast((each) => each.visibleIf === undefined && elementsOf(each).some(isAlwaysAsked));
    if (page) page.elements = [...elementsOf(page), ...this.computed];
    else this.pages.push({ name: this.names.take('computed'), elements: this.computed });
  }
}

export const elementsOf = (group: Element): Element[] => {
  const elements = group.type === 'paneldynamic' ? group.templateElements : group.elements;
  return Array.isArray(elements) ? elements : [];
};

const isAlwaysAsked = (element: Element): boolean =>
  element.visibleIf === undefined &&
  element.type !== 'html' &&
  element.type !== 'paneldynamic' &&
  (element.type !== 'panel' || elementsOf(element).some(isAlwaysAsked));
