// What a survey asks of whoever answers it: pages, questions, minutes, and how hard its words are.
import {
  type AnyDefinition,
  formsOf,
  heldBy,
  isCard,
  type PageDefinition,
  type QuestionDefinition,
  type SurveyForm,
  templateOf,
} from '../definition.ts';
import type { Json } from '../json.ts';
import { findKind, type QuestionKind } from '../questions.ts';
import { readingOf, wordsIn } from './lix.ts';
import { own, partsIn, textsOf } from './read.ts';

export interface HardQuestion {
  question: string;
  words: number;
  lix: number | null;
  /** It may ask two things at once: one answer cannot tell which is meant. */
  isDouble: boolean;
}
export interface Burden {
  pages: number;
  questions: number;
  /** Of them asked under a condition. */
  conditional: number;
  /** Without anything that is asked under a condition, and with all of it. */
  minutes: { fewest: number; most: number };
  lix: number | null;
  /** The hardest first. */
  hard: HardQuestion[];
}

/**
 * Words a minute. Brysbaert (2019), How many words do we read per minute? Journal of Memory and Language 109, finds 238 for silent
 * reading by adults; half of it for those who read with effort or in a new language.
 */
const wordsAMinute = 120;
/** Seconds to make up one's mind and answer, beside reading: our own estimate, on the slow side. A matrix and several short texts: each row; entries: to add one. */
const secondsToAnswer: Readonly<Record<QuestionKind, number>> = {
  ...{ single: 5, boolean: 4, multi: 10, number: 10, matrix: 5, text: 20, texts: 15, entries: 3, signature: 20 },
};
const longTextSeconds = 40;
/** A question with fewer words says too little for an index of reading. */
const fewestRated = 10;
const mostWords = 30;
/** Above it a text is harder than most newspapers. */
const hardFrom = 45;

const wordCount = (texts: readonly string[]) => texts.reduce((sum, text) => sum + wordsIn(text).length, 0);

/** To read and answer it. */
export function secondsOf(each: QuestionDefinition | Json): number {
  return seconds(each as QuestionDefinition);
}

function seconds(each: QuestionDefinition): number {
  const kind = findKind(each);
  const times = kind === 'matrix' || kind === 'texts' ? partsIn(each) : 1;
  const isAnswered = kind !== undefined && each.type !== 'expression';
  const answering = each.type === 'comment' ? longTextSeconds : isAnswered ? secondsToAnswer[kind] * times : 0;
  return answering + (60 * wordCount(textsOf(each))) / wordsAMinute;
}

interface Asked {
  question: QuestionDefinition;
  isConditional: boolean;
}
function askedIn(elements: readonly QuestionDefinition[], isWithin: boolean): Asked[] {
  return elements.flatMap((each) => {
    const isConditional = isWithin || each.visibleIf !== undefined;
    const held = heldBy(each);
    if (held) return askedIn(held, isConditional);
    return [{ question: each, isConditional }, ...askedIn(templateOf(each), isConditional || !isShownAtFirst(each))];
  });
}
/** Of a repeating panel one entry is reckoned with: whoever needs none adds none. */
const isShownAtFirst = ({ minPanelCount, panelCount }: QuestionDefinition): boolean =>
  Number(minPanelCount ?? 0) > 0 || Number(panelCount ?? 0) > 0;
const askedOn = (page: PageDefinition): Asked[] =>
  askedIn(heldBy(page) ?? [], (page as { visibleIf?: string }).visibleIf !== undefined);

const isDouble = (title: string): boolean =>
  /\boch\/eller\b|\bsamt\b/iu.test(title) || (title.match(/\?/g)?.length ?? 0) > 1;

function hardOf(asked: readonly Asked[]): HardQuestion[] {
  const found = asked.flatMap(({ question }) => {
    const title = [own(question.title), own(question.description)];
    const { words, lix } = readingOf(title);
    const rated = words >= fewestRated ? lix : null;
    const each = { question: question.name, words, lix: rated, isDouble: isDouble(own(question.title)) };
    return each.isDouble || words > mostWords || (rated ?? 0) > hardFrom ? [each] : [];
  });
  return found.toSorted((one, other) => (other.lix ?? 0) - (one.lix ?? 0) || other.words - one.words);
}

export const minutesOf = (seconds: number): number => Math.max(1, Math.round(seconds / 60));

/** Before the first question. */
export const introSeconds = ({ whoSees }: SurveyForm): number => (60 * wordCount([own(whoSees)])) / wordsAMinute;

/** Of a card both halves. Texts are those in Swedish. */
export function burdenOf(definition: AnyDefinition): Burden {
  const forms = formsOf(definition);
  const pages = forms.flatMap((form: SurveyForm) => form.pages);
  const asked = pages.flatMap(askedOn);
  const answered = asked.filter(({ question }) => findKind(question) !== undefined && question.type !== 'expression');
  const secondsFor = (some: readonly Asked[]) => some.reduce((sum, { question }) => sum + seconds(question), 0);
  const first = isCard(definition) ? [] : [own(definition.whoSees)];
  const before = (60 * wordCount(first)) / wordsAMinute;
  return {
    ...{ pages: pages.length, questions: answered.length },
    conditional: answered.filter(({ isConditional }) => isConditional).length,
    minutes: {
      fewest: minutesOf(before + secondsFor(asked.filter(({ isConditional }) => !isConditional))),
      most: minutesOf(before + secondsFor(asked)),
    },
    lix: readingOf([...first, ...asked.flatMap(({ question }) => textsOf(question))]).lix,
    hard: hardOf(answered),
  };
}
