/**
 * What a survey file looks like: SurveyJS JSON plus our own properties (registered in properties.ts).
 * A progression card holds two such forms, one for each half; every other survey is one form.
 */

/** One text in several languages, by BCP 47 code: `{ "sv": "Namn", "en": "Name" }`. SurveyJS reads it as it stands. */
export type LocalizedText = Readonly<Record<string, string>>;

/** SurveyJS also lets a text be a plain string; our own files never do. */
export type Text = string | LocalizedText;

export type Audience = 'participant' | 'coordinator' | 'partner';
export type HalfName = 'person' | 'coordinator';
export const halfNames: readonly HalfName[] = ['person', 'coordinator'];

export interface ChoiceDefinition {
  value: string | number;
  text?: Text;
}

/** What an administrator says of how a question compares with the version that asked it last. */
export interface Declaration {
  version: number;
  comparable: boolean;
  reason: string;
  /** A print of the question as it was judged: of another wording nothing is said. */
  judged: string;
}

export interface QuestionDefinition {
  type: string;
  name: string;
  title?: Text;
  /** A hint under the title. */
  description?: Text;
  /** The wording of the question or of its choices is ours, not quoted from a report; explanations are always ours. */
  draft?: boolean;
  /** The dialogue guide: by value (rating number, choice or matrix column) what that answer means. */
  explanations?: Readonly<Record<string, LocalizedText>>;
  /** By value a picture: 'face-1' (worst) to 'face-5' (best) are drawn by the participant page, anything else is an emoji. */
  faces?: Readonly<Record<string, string>>;
  /** Spoken instead of the title, where the title reads badly aloud. */
  readAloud?: Text;
  /** The answer belongs to the response's background (gender, ageBand, bornAbroad, role), not to its answers. */
  background?: boolean;
  /** The question of the bank that this one was taken from, and in which version. */
  item?: { name: string; version: number; kept?: number };
  comparableWith?: Declaration;
  isRequired?: boolean;
  visibleIf?: string;
  choices?: readonly (string | number | ChoiceDefinition)[];
  columns?: readonly (string | number | ChoiceDefinition)[];
  rows?: readonly (string | number | ChoiceDefinition)[];
  showNoneItem?: boolean;
  noneText?: Text;
  rateMin?: number;
  rateMax?: number;
  minRateDescription?: Text;
  maxRateDescription?: Text;
  inputType?: string;
  min?: number;
  max?: number;
  maxLength?: number;
  /** Panels nest questions. */
  elements?: readonly QuestionDefinition[];
  [property: string]: unknown;
}

export interface PageDefinition {
  name: string;
  title?: Text;
  description?: Text;
  visibleIf?: string;
  elements: readonly QuestionDefinition[];
}

/** One proper SurveyJS JSON: `new Model(form)` loads it once registerSurveyProperties() has run. */
export interface SurveyForm {
  locale: string;
  title: Text;
  audience: Audience;
  /** Complete languages, the first one shown when nothing else is asked for. */
  languages: readonly string[];
  /** Those of `languages` that no person has checked yet; none when it is left out. */
  machineTranslated?: readonly string[];
  /** Who sees the answers and that it is voluntary; shown before the first question. */
  whoSees: Text;
  /** Purpose, legal basis and how long the answers are kept. */
  information: Text;
  thanks: Text;
  pages: readonly PageDefinition[];
  [property: string]: unknown;
}

export interface SurveyHead {
  /** The slug it is known by everywhere: 'exit', 'progression-card' ... */
  name: string;
  version: number;
  /** Answers cannot be traced to a person. */
  anonymous: boolean;
}

export type SurveyDefinition = SurveyHead & SurveyForm;

/** Question names occur in both halves, so each half is a form of its own and answers are `{ person, coordinator }`. */
export type CardDefinition = SurveyHead & { title: Text; halves: Readonly<Record<HalfName, SurveyForm>> };

export type AnyDefinition = SurveyDefinition | CardDefinition;

export function isCard(definition: AnyDefinition): definition is CardDefinition {
  return 'halves' in definition;
}

/** All forms of a survey: a card's two halves, or the survey itself. */
export function formsOf(definition: AnyDefinition): SurveyForm[] {
  return isCard(definition) ? halfNames.map((half) => definition.halves[half]) : [definition];
}

/** Every question of a form in the order it is asked, those inside panels too. */
export function questionsOf(form: SurveyForm): QuestionDefinition[] {
  return form.pages.flatMap((page) => (heldBy(page) ?? []).flatMap(flattened));
}

function flattened(element: QuestionDefinition): QuestionDefinition[] {
  return heldBy(element)?.flatMap(flattened) ?? [element];
}

/** What stands on a page or in a panel: survey-core takes the old name `questions` too. Undefined for a question. */
export function heldBy(group: PageDefinition | QuestionDefinition): readonly QuestionDefinition[] | undefined {
  const { elements, questions, type } = group as Partial<QuestionDefinition>;
  const isGroup = type === undefined || type === 'panel';
  return elements ?? (isGroup ? (questions as readonly QuestionDefinition[] | undefined) : undefined);
}

/** The questions that each entry of a repeating panel asks, those inside its panels too; none of any other question. */
export const templateOf = (question: QuestionDefinition): QuestionDefinition[] =>
  templateElementsOf(question).flatMap(flattened);

/** What stands in each entry of a repeating panel, panels as they are. */
export function templateElementsOf({ type, templateElements, questions }: QuestionDefinition) {
  if (type !== 'paneldynamic') return [];
  return (templateElements ?? questions ?? []) as readonly QuestionDefinition[];
}

/** The text in the language asked for, else in Swedish, else in whatever language it has; undefined when empty. */
export function textIn(text: Text | undefined, language: string): string | undefined {
  if (text === undefined || typeof text === 'string') return text;
  return text[language] ?? text.sv ?? text.default ?? Object.values(text)[0];
}
