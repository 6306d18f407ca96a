// The kinds of question an administrator can add, and what a new one holds.
import { isNumberMask } from '../../../../components/survey/mask.ts';
import { type Json, languagesOf } from './tree.ts';

export const kinds = [
  'radiogroup',
  'checkbox',
  'boolean',
  'rating',
  'dropdown',
  'tagbox',
  'text',
  'number',
  'date',
  'comment',
  'matrix',
  'ranking',
  'imagepicker',
  'multipletext',
  'html',
  'expression',
  'panel',
  'paneldynamic',
  'signaturepad',
] as const;
export type Kind = (typeof kinds)[number];

/** How the designer calls an element; undefined for a type that it only keeps. */
export const kindOf = (element: Json): Kind | undefined => {
  const { type, inputType } = element;
  if (type === 'text' && isNumberMask(element)) return 'number';
  if (type === 'text' && (inputType === 'number' || inputType === 'date')) return inputType;
  return kinds.find((each) => each === type);
};

/** The first texts of a new element, in the languages of the designer's own texts. */
export interface Beginnings {
  question: Readonly<Record<string, string>>;
  panel: Readonly<Record<string, string>>;
  /** With {panelIndex} in it. */
  entry: Readonly<Record<string, string>>;
  addEntry: Readonly<Record<string, string>>;
  removeEntry: Readonly<Record<string, string>>;
  noEntry: Readonly<Record<string, string>>;
  information: Readonly<Record<string, string>>;
  /** With {{number}} in it. */
  choice: Readonly<Record<string, string>>;
}
type Texts = Readonly<Record<string, string>>;

const chosen = (texts: Texts, languages: readonly string[]): Texts =>
  Object.fromEntries(Object.entries(texts).filter(([language]) => languages.includes(language)));
const numbered = (texts: Texts, number: number): Texts =>
  Object.fromEntries(
    Object.entries(texts).map(([language, text]) => [language, text.replace('{{number}}', String(number))]),
  );

/** The smallest number from 1 that no code ends with: a code that once stood for something is not given again by itself. */
export const newEntry = (entries: readonly unknown[], stem: string, texts: Texts): Json => {
  const codes = entries.map((entry) =>
    String(typeof entry === 'object' && entry !== null ? (entry as Json).value : entry),
  );
  const highest = Math.max(
    0,
    ...codes.flatMap((code) => (code.startsWith(stem) ? [Number(code.slice(stem.length)) || 0] : [])),
  );
  const number = Math.max(highest, entries.length) + 1;
  return { value: `${stem}${number}`, text: numbered(texts, number) };
};
const entries = (count: number, stem: string, texts: Texts): Json[] => {
  const made: Json[] = [];
  while (made.length < count) made.push(newEntry(made, stem, texts));
  return made;
};

/** A small square with nothing in it: a picture choice is not published without one of its own. */
const noPicture =
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNkYAAAAAYAAjCB0C8AAAAASUVORK5CYII=';

export const newElement = (kind: Kind, form: Json | undefined, beginnings: Beginnings): Json => {
  const languages = languagesOf(form);
  const title = chosen(beginnings.question, languages);
  const choice = chosen(beginnings.choice, languages);
  const choices = entries(2, 'choice', choice);
  const of: Record<Kind, Json> = {
    radiogroup: { type: 'radiogroup', title, choices },
    checkbox: { type: 'checkbox', title, choices },
    dropdown: { type: 'dropdown', title, choices },
    tagbox: { type: 'tagbox', title, choices },
    ranking: { type: 'ranking', title, choices },
    imagepicker: {
      type: 'imagepicker',
      title,
      showLabel: true,
      choices: choices.map((each) => ({ ...each, imageLink: noPicture })),
    },
    boolean: { type: 'boolean', title },
    rating: { type: 'rating', title, rateMin: 1, rateMax: 5 },
    text: { type: 'text', title, maxLength: 200 },
    number: { type: 'text', title, inputType: 'number', min: 0, max: 100 },
    date: { type: 'text', title, inputType: 'date' },
    comment: { type: 'comment', title, maxLength: 2000 },
    matrix: { type: 'matrix', title, columns: choices, rows: entries(2, 'row', choice) },
    multipletext: {
      type: 'multipletext',
      title,
      items: entries(2, 'item', choice).map(({ value, text }) => ({ name: value, title: text })),
    },
    signaturepad: { type: 'signaturepad', title, isRequired: true },
    html: { type: 'html', html: chosen(beginnings.information, languages) },
    expression: { type: 'expression', title, expression: '1' },
    panel: { type: 'panel', title: chosen(beginnings.panel, languages), elements: [] },
    paneldynamic: {
      ...{ type: 'paneldynamic', title, templateTitle: chosen(beginnings.entry, languages), templateElements: [] },
      ...{ minPanelCount: 0, maxPanelCount: 10, confirmDelete: true },
      ...{
        addPanelText: chosen(beginnings.addEntry, languages),
        removePanelText: chosen(beginnings.removeEntry, languages),
      },
      noEntriesText: chosen(beginnings.noEntry, languages),
    },
  };
  const { type, ...rest } = of[kind];
  return { type, name: kind === 'panel' ? 'panel1' : kind === 'html' ? 'information1' : 'question1', ...rest };
};
