/** What a question measures, part by part: two wordings of it are compared by this, and what is said of one is tied to it. */
import { createHash } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import {
  type AnyDefinition,
  formsOf,
  halfNames,
  isCard,
  type QuestionDefinition,
  questionsOf,
  type Text,
  templateOf,
  textIn,
} from '../definition.ts';
import { maskOf } from '../fields/mask/mask.ts';
import { listQuestions, type Question } from '../questions.ts';

/** A question as it is read and as it was written. */
export interface Side {
  question: Question;
  source: QuestionDefinition;
}

/** `person.health` on a card, `health` elsewhere. */
export const keyOf = (name: string, half: string | undefined): string => (half ? `${half}.${name}` : name);

/** What is answered, by the names that comparisons use. */
export function sidesOf(definition: AnyDefinition): Map<string, Side> {
  const sources = new Map(
    formsOf(definition).flatMap((form, at) =>
      questionsOf(form).map(
        (source) => [keyOf(source.name, isCard(definition) ? halfNames[at] : undefined), source] as const,
      ),
    ),
  );
  return new Map(
    listQuestions(definition).flatMap((question) => {
      const name = keyOf(question.name, question.half);
      const source = sources.get(name);
      return source ? [[name, { question, source }] as const] : [];
    }),
  );
}

// The Swedish text is the original; a changed translation is no change of the question.
const swedish = (title: Record<string, string>) => (title.sv ?? title.default ?? '').replace(/\s+/g, ' ').trim();
const original = (text: Text | undefined) => textIn(text, 'sv')?.replace(/\s+/g, ' ').trim();
const wordings = (items: Question['codes']) => items.map((item) => [item.code, swedish(item.title)]);
const codes = ({ question }: Side) => question.codes.map((each) => each.code);

const limitsOf = (source: QuestionDefinition): unknown[] => {
  const mask = maskOf(source);
  const { min, max }: { min?: unknown; max?: unknown } = mask && mask.is !== 'pattern' ? mask : source;
  return [min, max, source.minPanelCount, source.maxPanelCount];
};

/** inputTypes whose answers are those of a mask for dates or times. */
const moments = ['date', 'month', 'time'];
/** What a text may be: how its parts are set apart on the screen is no part of it, a number's unit is. */
const formAsked = (source: QuestionDefinition): unknown => {
  const mask = source.type === 'text' ? maskOf(source) : undefined;
  if (mask?.is === 'pattern') return [mask.pattern, mask.isWhole];
  if (mask?.is === 'number') return [mask.decimals, mask.unit];
  if (mask) return mask.kind;
  return moments.find((each) => each === source.inputType);
};

/** Of a repeating panel what each entry measures. */
const innerOf = ({ question, source }: Side) =>
  question.inner.map((each) => {
    const own = templateOf(source).find(({ name }) => name === each.name);
    const words = [swedish(each.title), wordings(each.codes), wordings(each.rows)];
    const asked = own && [own.visibleIf, ...limitsOf(own), formAsked(own)];
    return [each.name, each.type, each.kind, ...words, asked];
  });

/** A text may ask for a number. */
const typeWord = (each: Question, other: Question) => (each.type === other.type ? each.kind : each.type);

const parts: readonly [read: (side: Side) => unknown, change: (old: Side, fresh: Side) => string | false][] = [
  [
    ({ question }) => [question.type, question.kind],
    ({ question: was }, { question: is }) => `type changed from ${typeWord(was, is)} to ${typeWord(is, was)}`,
  ],
  [({ question }) => swedish(question.title), () => 'the Swedish wording changed'],
  [codes, () => 'the scale or the codes changed'],
  [
    ({ question }) => wordings(question.codes),
    (old, fresh) => isDeepStrictEqual(codes(old), codes(fresh)) && 'the Swedish wording of a choice changed',
  ],
  [({ question }) => wordings(question.rows), () => 'the rows changed'],
  [
    ({ source }) => [source.minRateDescription, source.maxRateDescription].map(original),
    () => 'the words at the ends of the scale changed',
  ],
  [innerOf, () => 'the questions of each entry changed'],
  [({ source }) => source.visibleIf, () => 'the condition for being asked changed'],
  [({ source }) => limitsOf(source), () => 'the allowed range changed'],
  [({ source }) => formAsked(source), () => 'the form asked for changed'],
  [({ question }) => question.background, () => 'moved between answers and background'],
];

/** Where a question came from, and what is said of how it compares, is no part of what it asks. */
const asked = ({ item: _, comparableWith: __, ...rest }: QuestionDefinition) => rest;

export interface Changes {
  /** Unless somebody says otherwise, answers to the two are not to be counted together. */
  isBreaking: boolean;
  /** English; empty when nothing is changed. */
  reasons: string[];
}
export function changesBetween(old: Side, fresh: Side): Changes {
  const breaking = parts.flatMap(([read, change]) => {
    const reason = !isDeepStrictEqual(read(old), read(fresh)) && change(old, fresh);
    return reason ? [reason] : [];
  });
  if (breaking.length > 0) return { isBreaking: true, reasons: breaking };
  const isSame = isDeepStrictEqual(asked(old.source), asked(fresh.source));
  return { isBreaking: false, reasons: isSame ? [] : ['texts, explanations or layout changed'] };
}

/** Answers of another kind, or kept in another place, are never one series, whatever somebody says. */
export const isOtherKind = ({ question: old }: Side, { question: fresh }: Side): boolean =>
  old.kind !== fresh.kind || old.background !== fresh.background;

const explained = ({ explanations, description }: QuestionDefinition) => [
  original(description),
  Object.entries(explanations ?? {})
    .map(([code, text]) => [code, original(text)])
    .toSorted(([one = ''], [other = '']) => (one < other ? -1 : 1)),
];

/** Another one once the question measures something else or explains it in other Swedish words; translations and layout leave it as it is. */
export function printOf(side: Side): string {
  const text = JSON.stringify([...parts.map(([read]) => read(side)), ...explained(side.source)]);
  return createHash('sha256').update(text, 'utf8').digest('hex').slice(0, 16);
}
