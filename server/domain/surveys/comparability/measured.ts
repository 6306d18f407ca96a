/** What a question measures, part by part: two wordings of it are compared by this, and what is said of one is tied to it. */
import { createHash } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import {
  type AnyDefinition,
  formsOf,
  halfNames,
  heldBy,
  isCard,
  type PageDefinition,
  type QuestionDefinition,
  type Text,
  templateElementsOf,
  textIn,
} from '../definition.ts';
import { isBlank } from '../json.ts';
import { listQuestions, type Question } from '../questions.ts';
import { formAsked, limitsOf, offeredIf } from './allowed.ts';

/** A question as it is read and as it was written. */
export interface Side {
  question: Question;
  source: QuestionDefinition;
  /** Conditions under which it is asked, those of its page and panels before its own: all of them have to hold. */
  conditions: readonly unknown[];
}

/** `person.health` on a card, `health` elsewhere. */
export const keyOf = (name: string, half: string | undefined): string => (half ? `${half}.${name}` : name);

type Placed = Pick<Side, 'source' | 'conditions'>;
function placedIn(group: PageDefinition | QuestionDefinition, around: readonly unknown[]): Placed[] {
  const conditions = isBlank(group.visibleIf) ? around : [...around, group.visibleIf];
  const held = heldBy(group);
  return held
    ? held.flatMap((each) => placedIn(each, conditions))
    : [{ source: group as QuestionDefinition, conditions }];
}

/** What is answered, by the names that comparisons use. */
export function sidesOf(definition: AnyDefinition): Map<string, Side> {
  const sources = new Map(
    formsOf(definition).flatMap((form, at) =>
      form.pages
        .flatMap((page) => placedIn(page, []))
        .map((each) => [keyOf(each.source.name, isCard(definition) ? halfNames[at] : undefined), each] as const),
    ),
  );
  return new Map(
    listQuestions(definition).flatMap((question) => {
      const name = keyOf(question.name, question.half);
      const source = sources.get(name);
      return source ? [[name, { question, ...source }] as const] : [];
    }),
  );
}

// The Swedish text is the original; a changed translation is no change of the question.
const swedish = (title: Record<string, string>) => (title.sv ?? title.default ?? '').replace(/\s+/g, ' ').trim();
const original = (text: Text | undefined) => textIn(text, 'sv')?.replace(/\s+/g, ' ').trim();
const wordings = (items: Question['codes']) => items.map((item) => [item.code, swedish(item.title)]);
const codes = ({ question }: Side) => question.codes.map((each) => each.code);

/** One condition is the same whether the question or its group has it. */
const askedIf = ({ conditions }: Placed): unknown => (conditions.length > 1 ? conditions : conditions[0]);

/** Of a repeating panel what each entry measures. */
const innerOf = ({ question, source }: Side) => {
  const placed = placedIn({ name: '', elements: templateElementsOf(source) }, []);
  return question.inner.map((each) => {
    const own = placed.find((one) => one.source.name === each.name);
    const words = [swedish(each.title), wordings(each.codes), wordings(each.rows)];
    const asked = own && [askedIf(own), ...limitsOf(own.source), formAsked(own.source)];
    const offered = own && offeredIf(own.source);
    return [each.name, each.type, each.kind, ...words, asked, ...(offered === undefined ? [] : [offered])];
  });
};

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
  [askedIf, () => 'the condition for being asked changed'],
  [({ source }) => limitsOf(source), () => 'the allowed range changed'],
  [({ source }) => formAsked(source), () => 'the form asked for changed'],
  [({ question }) => question.background, () => 'moved between answers and background'],
  [({ source }) => (source.type === 'expression' ? source.expression : undefined), () => 'what is computed changed'],
  [({ source }) => offeredIf(source), () => 'who is offered which answers changed'],
];
/** So many parts a print has always had; what was judged before there were more holds where they say nothing. */
const partsAlways = 11;

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
  const measured = parts.map(([read]) => read(side)).filter((each, at) => at < partsAlways || each !== undefined);
  const text = JSON.stringify([...measured, ...explained(side.source)]);
  return createHash('sha256').update(text, 'utf8').digest('hex').slice(0, 16);
}
