/**
 * A new version against the one before, question by question. What changes what is measured (wording, scale, codes,
 * who is asked) breaks a series unless the administrator says, with a reason, that it does not.
 */
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
} from './definition.ts';
import { maskOf } from './fields/mask/mask.ts';
import { listQuestions, type Question } from './questions.ts';

export type ComparisonStatus = 'unchanged' | 'comparable' | 'notComparable' | 'added' | 'removed';
export interface QuestionComparison {
  /** `person.health`, `coordinator.health` on a card. */
  question: string;
  status: ComparisonStatus;
  /** English; `declared: ...` gives the administrator's own reason. */
  reasons: string[];
}
export type Declared = Readonly<Record<string, { comparable: boolean; reason: string }>>;

interface Side {
  question: Question;
  source: QuestionDefinition;
}

export function compareVersions(
  previous: AnyDefinition,
  next: AnyDefinition,
  declared: Declared = {},
): QuestionComparison[] {
  const [before, after] = [sides(previous), sides(next)];
  const names = [...after.keys(), ...[...before.keys()].filter((name) => !after.has(name))];
  return names.map((name) => {
    const [old, fresh] = [before.get(name), after.get(name)];
    if (!old) return { question: name, status: 'added', reasons: [] };
    if (!fresh) return { question: name, status: 'removed', reasons: [] };
    return judge(name, old, fresh, Object.hasOwn(declared, name) ? declared[name] : undefined);
  });
}

function sides(definition: AnyDefinition): Map<string, Side> {
  const forms = formsOf(definition);
  const sources = new Map(
    forms.flatMap((form, at) =>
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

const keyOf = (name: string, half: string | undefined) => (half ? `${half}.${name}` : name);

function judge(name: string, old: Side, fresh: Side, declared: Declared[string] | undefined): QuestionComparison {
  const breaking = breakingChanges(old, fresh);
  const harmless = isDeepStrictEqual(withoutOrigin(old.source), withoutOrigin(fresh.source))
    ? []
    : ['texts, explanations or layout changed'];
  const reasons = breaking.length > 0 ? breaking : harmless;
  if (reasons.length === 0) return { question: name, status: 'unchanged', reasons };
  if (declared)
    return {
      question: name,
      status: declared.comparable ? 'comparable' : 'notComparable',
      reasons: [...reasons, `declared: ${declared.reason}`],
    };
  return { question: name, status: breaking.length > 0 ? 'notComparable' : 'comparable', reasons };
}

/** Where a question came from is no part of what it asks. */
const withoutOrigin = ({ item: _, ...rest }: QuestionDefinition) => rest;
const swedish = (title: Record<string, string>) => (title.sv ?? title.default ?? '').replace(/\s+/g, ' ').trim();
const original = (text: Text | undefined) => textIn(text, 'sv')?.replace(/\s+/g, ' ').trim();
const wordings = (items: Question['codes']) => items.map((item) => [item.code, swedish(item.title)]);

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

/** The Swedish text is the original; a changed translation is no change of the question. */
function breakingChanges(old: Side, fresh: Side): string[] {
  const [was, is] = [old.question, fresh.question];
  const differs = (read: (side: Side) => unknown) => !isDeepStrictEqual(read(old), read(fresh));
  const codes = (side: Side) => side.question.codes.map((each) => each.code);
  const changes: [boolean, string][] = [
    [was.type !== is.type || was.kind !== is.kind, `type changed from ${typeWord(was, is)} to ${typeWord(is, was)}`],
    [swedish(was.title) !== swedish(is.title), 'the Swedish wording changed'],
    [differs(codes), 'the scale or the codes changed'],
    [!differs(codes) && differs((side) => wordings(side.question.codes)), 'the Swedish wording of a choice changed'],
    [differs((side) => wordings(side.question.rows)), 'the rows changed'],
    [
      differs(({ source }) => [source.minRateDescription, source.maxRateDescription].map(original)),
      'the words at the ends of the scale changed',
    ],
    [differs(innerOf), 'the questions of each entry changed'],
    [differs((side) => side.source.visibleIf), 'the condition for being asked changed'],
    [differs(({ source }) => limitsOf(source)), 'the allowed range changed'],
    [differs(({ source }) => formAsked(source)), 'the form asked for changed'],
    [was.background !== is.background, 'moved between answers and background'],
  ];
  return changes.flatMap(([changed, reason]) => (changed ? [reason] : []));
}
