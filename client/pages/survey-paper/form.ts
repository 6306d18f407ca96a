// A form's SurveyJS JSON as paper needs it: questions numbered in the order they are asked, each with what is to be filled in.
import { conditionWords, type Vocabulary } from '../../components/goal/conditionWords.ts';
import { exampleOf, isMasked, isNumberMask, placesIn, settingsOf } from '../../components/survey/mask.ts';
import { textIn } from '../../text/respond/languages.ts';
import { current, isJson, type Json, list } from './json.ts';

export interface Item {
  text: string;
  /** What the answer means. */
  explanation: string;
}
export type Answer =
  | { kind: 'one' | 'several' | 'order' | 'scale'; items: Item[] }
  | { kind: 'matrix'; columns: Item[]; rows: Item[] }
  | { kind: 'lines'; count: number }
  /** A number with its unit on either side. */
  | { kind: 'amount'; before: string; after: string }
  /** A pattern: a box for each sign that is asked for, between what stands there already. */
  | { kind: 'boxes'; places: { char: string; isAsked: boolean }[]; hint: string }
  | { kind: 'signature'; name: string; date: string }
  /** A repeating panel: so many blank entries, each with the same questions. */
  | { kind: 'entries'; titles: string[]; parts: Part[] }
  | { kind: 'rows'; rows: Item[] };
export interface PaperQuestion {
  number: number;
  name: string;
  title: string;
  description: string;
  /** Under which condition it is answered; empty for always. */
  condition: string;
  answer: Answer;
}
/** A page, or a group within it; `text` for information. */
export type Part =
  | { kind: 'heading'; level: 2 | 3; text: string; condition: string }
  | { kind: 'text'; html: string; condition: string }
  | { kind: 'question'; question: PaperQuestion };

/** The words that SurveyJS says by itself, in the language of the paper. */
export interface PaperWords {
  yes: string;
  no: string;
  other: string;
  none: string;
  refuse: string;
  dontKnow: string;
  signature: string;
  date: string;
  /** How an answer with a form of its own is written. */
  like: (example: string) => string;
  vocabulary: Omit<Vocabulary, 'name' | 'value'>;
}

const plain = (text: string): string => text.replace(/\s+/g, ' ').trim();
const codeOf = (item: unknown): string => String(isJson(item) ? item.value : item);
const elementsOf = (element: Json): Json[] =>
  list(element.elements)
    .filter(isJson)
    .map((each) => current(each));
const flatten = (element: Json): Json[] =>
  Array.isArray(element.elements) ? elementsOf(element).flatMap(flatten) : [element];

interface Sheet {
  text(value: unknown): string;
  words: PaperWords;
  vocabulary: Vocabulary;
  /** Of the next question. */
  number: number;
}

/** @returns what stands on the paper, page by page */
export const paperOf = (form: Json, language: string, words: PaperWords): Part[] => {
  const pages = list(form.pages)
    .filter(isJson)
    .map((page) => current(page, 'page'));
  const named = new Set(pages.flatMap(flatten).map(({ name }) => String(name)));
  const text = (value: unknown) => withBlanks(textIn(value, language), named);
  const sheet = { text, words, vocabulary: vocabularyOf(pages.flatMap(flatten), text, words), number: 1 };
  return pages.flatMap((page) => [
    headingOf(page, 2, sheet),
    ...elementsOf(page).flatMap((each) => partsOf(each, sheet)),
  ]);
};

/** Where a text shows an answer there is room for it on paper. */
const withBlanks = (text: string, named: ReadonlySet<string>): string =>
  text.replace(/\{([^{}]+)\}/g, (whole, inside: string) => {
    const [first = ''] = inside.trim().split(/[.[-]/);
    return first === 'panel' || named.has(first) || named.has(inside.trim()) ? '……' : whole;
  });

const vocabularyOf = (questions: readonly Json[], text: Sheet['text'], words: PaperWords): Vocabulary => {
  const named = new Map(questions.map((each) => [String(each.name), each]));
  return {
    ...words.vocabulary,
    name: (name) => `”${plain(text(named.get(name)?.title) || name)}”`,
    value: (name, value) => {
      if (typeof value === 'boolean') return value ? words.yes : words.no;
      const of = named.get(name);
      const found = [...list(of?.choices), ...list(of?.columns)].find((item) => codeOf(item) === String(value));
      return `”${(isJson(found) && text(found.text)) || String(value)}”`;
    },
  };
};

const conditionOf = ({ visibleIf }: Json, { vocabulary }: Sheet): string =>
  typeof visibleIf === 'string' && visibleIf !== '' ? (conditionWords(visibleIf, vocabulary) ?? visibleIf) : '';

const headingOf = (element: Json, level: 2 | 3, sheet: Sheet): Part => ({
  ...{ kind: 'heading', level, text: plain(sheet.text(element.title)) },
  condition: conditionOf(element, sheet),
});

/** What is computed is nobody's to fill in. */
const partsOf = (element: Json, sheet: Sheet): Part[] => {
  if (element.type === 'expression') return [];
  if (element.type === 'html')
    return [{ kind: 'text', html: sheet.text(element.html), condition: conditionOf(element, sheet) }];
  if (!Array.isArray(element.elements)) return [{ kind: 'question', question: questionOf(element, sheet) }];
  return [headingOf(element, 3, sheet), ...elementsOf(element).flatMap((each) => partsOf(each, sheet))];
};

const questionOf = (element: Json, sheet: Sheet): PaperQuestion => ({
  number: sheet.number++,
  name: String(element.name),
  title: plain(sheet.text(element.title) || String(element.name)),
  description: plain(sheet.text(element.description)),
  condition: conditionOf(element, sheet),
  answer: answerOf(element, sheet),
});

const itemsOf = (items: unknown, explanations: unknown, { text }: Sheet): Item[] =>
  list(items).map((item) => ({
    text: (isJson(item) && text(item.text ?? item.title)) || (isJson(item) && String(item.name ?? '')) || codeOf(item),
    explanation: isJson(explanations) ? text(explanations[codeOf(item)]) : '',
  }));

const kinds: Readonly<Record<string, 'one' | 'several' | 'order' | undefined>> = {
  ...{ radiogroup: 'one', dropdown: 'one', imagepicker: 'one', ranking: 'order' },
  ...{ checkbox: 'several', tagbox: 'several' },
};

const answerOf = (element: Json, sheet: Sheet): Answer => {
  const { type, explanations } = element;
  const items = (given: unknown) => itemsOf(given, explanations, sheet);
  const kind = type === 'imagepicker' && element.multiSelect === true ? 'several' : kinds[String(type)];
  if (kind) return { kind, items: [...items(element.choices), ...specialsOf(element, sheet)] };
  if (type === 'boolean') return { kind: 'one', items: yesAndNo(element, sheet) };
  if (type === 'rating') return { kind: 'scale', items: scaleOf(element, sheet) };
  if (type === 'matrix')
    return { kind: 'matrix', columns: items(element.columns), rows: itemsOf(element.rows, null, sheet) };
  if (type === 'signaturepad') return { kind: 'signature', name: sheet.words.signature, date: sheet.words.date };
  if (type === 'paneldynamic') return entriesOf(element, sheet);
  if (type === 'multipletext') return { kind: 'rows', rows: itemsOf(element.items, null, sheet) };
  return maskedAnswer(element, sheet) ?? { kind: 'lines', count: type === 'comment' ? 4 : 1 };
};

const maskedAnswer = (element: Json, { words }: Sheet): Answer | undefined => {
  const { pattern, prefix, suffix } = settingsOf(element);
  if (element.type !== 'text' || !isMasked(element)) return undefined;
  if (isNumberMask(element)) {
    const [before, after] = element.maskType === 'currency' ? [prefix, suffix].map(unitOf) : [];
    return { kind: 'amount', before: before ?? '', after: after ?? '' };
  }
  const written = typeof pattern === 'string' ? pattern : '';
  const places =
    element.maskType === 'datetime'
      ? [...written].map((char) => ({ char, isAsked: /[a-z]/i.test(char) }))
      : placesIn(written).map(({ char, is }) => ({ char, isAsked: is === 'asked' }));
  return { kind: 'boxes', places, hint: words.like(exampleOf(element)?.shown ?? written) };
};
const unitOf = (unit: unknown): string => (typeof unit === 'string' ? unit.trim() : '');

const blankEntries = 3;

/** As many as must be given, else three, within the limits: whoever has more takes another sheet. Questions are numbered anew. */
const entriesOf = (element: Json, sheet: Sheet): Answer => {
  const [least, most] = [Number(element.minPanelCount ?? 0), Number(element.maxPanelCount ?? blankEntries)];
  const count = Math.max(1, least, Math.min(blankEntries, most));
  const title = sheet.text(element.templateTitle);
  const titles = Array.from(
    { length: count },
    (_, at) => title.replace(/\{(?:visible)?panelIndex\}/gi, String(at + 1)).trim() || String(at + 1),
  );
  const elements = list(element.templateElements)
    .filter(isJson)
    .map((each) => current(each));
  const inside = elements.flatMap(flatten);
  const vocabulary = { ...sheet.vocabulary, ...inEntry(sheet, inside) };
  const own = { ...sheet, vocabulary, number: 1 };
  return { kind: 'entries', titles, parts: elements.flatMap((each) => partsOf(each, own)) };
};

/** A condition calls a question of the same entry {panel.name}. */
const inEntry = (
  { text, words, vocabulary }: Sheet,
  questions: readonly Json[],
): Pick<Vocabulary, 'name' | 'value'> => {
  const own = vocabularyOf(questions, text, words);
  const isOwn = (name: string) => name.startsWith('panel.');
  const bare = (name: string) => name.slice('panel.'.length);
  return {
    name: (name) => (isOwn(name) ? own.name(bare(name)) : vocabulary.name(name)),
    value: (name, value) => (isOwn(name) ? own.value(bare(name), value) : vocabulary.value(name, value)),
  };
};

const unexplained = (text: string): Item => ({ text, explanation: '' });

const specialsOf = (element: Json, { text, words }: Sheet): Item[] => [
  ...(element.showNoneItem === true ? [unexplained(text(element.noneText) || words.none)] : []),
  ...(element.showRefuseItem === true ? [unexplained(text(element.refuseText) || words.refuse)] : []),
  ...(element.showDontKnowItem === true ? [unexplained(text(element.dontKnowText) || words.dontKnow)] : []),
  ...(element.showOtherItem === true ? [unexplained(`${text(element.otherText) || words.other}: __________`)] : []),
];

const yesAndNo = (element: Json, { text, words }: Sheet): Item[] =>
  [text(element.labelTrue) || words.yes, text(element.labelFalse) || words.no].map(unexplained);

type Scale = [number, number, number];
const scaleOf = (element: Json, sheet: Sheet): Item[] => {
  const { explanations } = element;
  if (list(element.rateValues).length > 0) return itemsOf(element.rateValues, explanations, sheet);
  const [low, high, step] = [element.rateMin ?? 1, element.rateMax ?? 5, element.rateStep ?? 1].map(Number) as Scale;
  const numbers = Array.from(
    { length: Math.max(0, Math.floor((high - low) / (step || 1))) + 1 },
    (_, at) => low + at * (step || 1),
  );
  const ends = new Map([
    [0, sheet.text(element.minRateDescription)],
    [numbers.length - 1, sheet.text(element.maxRateDescription)],
  ]);
  return itemsOf(numbers, explanations, sheet).map((item, at) => ({
    ...item,
    text: [item.text, ends.get(at)].filter(Boolean).join(' '),
  }));
};
