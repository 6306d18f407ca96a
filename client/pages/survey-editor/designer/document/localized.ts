// Every text of a survey that people read, in reading order, by a key that stays when questions move.
import { keyOf, type Step } from './merge.ts';
import { put } from './settle.ts';
import {
  changeAt,
  elementsOf,
  formPlaces,
  isJson,
  type Json,
  languagesOf,
  objectAt,
  type Place,
  pagesOf,
  textOf,
} from './tree.ts';

export interface Localized {
  /** `treatedByCoordinator.choices.well.text`, `page about.title`, on a card after `person/`. */
  key: string;
  form: Place;
  /** The question, panel or page it belongs to; the form itself for the survey's own texts. */
  owner: Place;
  steps: Step[];
  value: unknown;
}

/** Texts that may stand as a plain string, shown the same in every language. */
const plainTexts = new Set([
  ...[
    'title',
    'description',
    'readAloud',
    'html',
    'text',
    'placeholder',
    'requiredErrorText',
    'whoSees',
    'information',
  ],
  ...[
    'templateTitle',
    'templateDescription',
    'addPanelText',
    'removePanelText',
    'noEntriesText',
    'keyDuplicationError',
  ],
  ...['thanks', 'minRateDescription', 'maxRateDescription', 'labelTrue', 'labelFalse', 'noneText', 'otherText'],
  ...[
    'dontKnowText',
    'refuseText',
    'otherPlaceholder',
    'otherErrorText',
    'commentText',
    'commentPlaceholder',
    'minErrorText',
    'maxErrorText',
  ],
]);
const parts = new Set(['pages', 'elements', 'questions', 'templateElements', 'halves']);
const isLanguage = (name: string) => name === 'default' || /^[a-z]{2,3}(-[A-Za-z0-9]+)*$/.test(name);
const isText = (value: unknown): boolean =>
  isJson(value) &&
  ('sv' in value || 'default' in value || 'en' in value) &&
  Object.entries(value).every(([name, text]) => isLanguage(name) && typeof text === 'string');

type Emit = (steps: Step[], value: unknown) => void;
const walk = (node: unknown, steps: Step[], emit: Emit): void => {
  if (Array.isArray(node)) {
    for (const each of node) {
      const entry = isJson(each) ? keyOf(each) : undefined;
      if (entry !== undefined) walk(each, [...steps, { entry }], emit);
    }
    return;
  }
  if (!isJson(node)) return;
  for (const [name, value] of Object.entries(node)) {
    const here = [...steps, name];
    if (isText(value) || (typeof value === 'string' && value !== '' && plainTexts.has(name))) emit(here, value);
    else if (!parts.has(name)) walk(value, here, emit);
  }
};

export const stepsText = (steps: readonly Step[]): string =>
  steps.map((step) => (typeof step === 'string' ? step : step.entry)).join('.');

export const localizedIn = (definition: Json): Localized[] =>
  formPlaces(definition).flatMap((form) => {
    const before = form === '' ? '' : `${form.slice('halves.'.length)}/`;
    const found: Localized[] = [];
    const take = (owner: Place, element: Json | undefined, name: string) =>
      walk(element, [], (steps, value) =>
        found.push({ key: `${before}${name}${stepsText(steps)}`, form, owner, steps, value }),
      );
    take(form, objectAt(definition, form), '');
    const pages = pagesOf(definition, form);
    const elements = elementsOf(definition, form);
    for (const page of pages) {
      take(page.place, page.element, `page ${textOf(page.element.name)}.`);
      for (const { place, element } of elements)
        if (place.startsWith(`${page.place}.`)) take(place, element, `${textOf(element.name)}.`);
    }
    return found;
  });

/** @param value undefined takes the text away */
export const putLocalized = (definition: Json, { owner, steps }: Localized, value: unknown): Json =>
  changeAt(definition, owner, (element) => put(element, steps, value));

/** The languages of all forms, the first being the original. */
export const allLanguages = (definition: Json): string[] => [
  ...new Set(formPlaces(definition).flatMap((form) => languagesOf(objectAt(definition, form)))),
];
const listIn = (form: Json, name: string) => (Array.isArray(form[name]) ? (form[name] as unknown[]) : []);
const inForms = (definition: Json, change: (form: Json) => Json): Json =>
  formPlaces(definition).reduce((whole, place) => changeAt(whole, place, (form) => change(form as Json)), definition);

/** New languages are drafts: nobody has checked them. */
export const addLanguage = (definition: Json, language: string): Json =>
  inForms(definition, (form) => ({
    ...form,
    languages: [...new Set([...languagesOf(form), language])],
    machineTranslated: [...new Set([...listIn(form, 'machineTranslated'), language])],
  }));
/** Its texts stay where they are, and come back with it. */
export const removeLanguage = (definition: Json, language: string): Json =>
  inForms(definition, (form) => ({
    ...form,
    languages: languagesOf(form).filter((each) => each !== language),
    machineTranslated: listIn(form, 'machineTranslated').filter((each) => each !== language),
  }));
export const isApproved = (definition: Json, language: string): boolean =>
  formPlaces(definition).every(
    (form) => !listIn(objectAt(definition, form) ?? {}, 'machineTranslated').includes(language),
  );
export const approve = (definition: Json, language: string, isDone: boolean): Json =>
  inForms(definition, (form) => {
    const others = listIn(form, 'machineTranslated').filter((each) => each !== language);
    return { ...form, machineTranslated: isDone ? others : [...others, language] };
  });

/** What a translation has to keep: places for answers, numbers, and marks of emphasis. */
const marks = (text: string): string =>
  [...text.matchAll(/\{[^}]*\}|\d+|\*\*|<[^>]+>/g)]
    .map(([mark]) => mark)
    .toSorted()
    .join(' ');
export const keepsMarks = (original: string, translation: string): boolean => marks(original) === marks(translation);
