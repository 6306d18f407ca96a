/** A shared question: what of it is the item's, what a survey decides for itself, and how two versions of it compare. */
import { compareVersions, type QuestionComparison } from '../compare.ts';
import type { SurveyDefinition } from '../definition.ts';
import { isJsonObject, type Json } from '../json.ts';

export const itemThemes = ['bip', 'treatment', 'collaboration', 'exit', 'background', 'own'] as const;
export type ItemTheme = (typeof itemThemes)[number];

/** A survey's own: whether and when it asks the question, where the question came from, and how it compares there. */
export const localProperties = [
  'item',
  'comparableWith',
  'visibleIf',
  'enableIf',
  'requiredIf',
  'isRequired',
  'startWithNewLine',
] as const;
const isLocal = (name: string) => localProperties.some((each) => each === name);

/** The question as the bank keeps it. */
export function withoutLocal(question: Json): Json {
  return Object.fromEntries(Object.entries(question).filter(([name]) => !isLocal(name)));
}

/** Swedish first, then every language that its wording is written in. */
export function languagesOfItem({ title }: Json): string[] {
  const own = isJsonObject(title) ? Object.keys(title) : [];
  return ['sv', ...own.filter((language) => language !== 'sv' && language !== 'default')];
}

export const placeInSurvey = 'pages[0].elements[0]';

/** A survey that asks this alone, so that a question is checked and compared by the same rules as in a survey. */
export function surveyOf(question: Json): SurveyDefinition {
  const languages = languagesOfItem(question);
  const text = Object.fromEntries(languages.map((language) => [language, '-']));
  return {
    ...{ name: 'item', version: 1, anonymous: false, locale: 'sv', audience: 'participant' },
    ...{ title: text, whoSees: text, information: text, thanks: text },
    languages,
    machineTranslated: [],
    pages: [{ name: 'page', elements: [question] }],
  } as unknown as SurveyDefinition;
}

export type ItemComparison = Pick<QuestionComparison, 'status' | 'reasons'>;

/** Both have the same name. @param declared what somebody says of it, with the reason */
export function compareItems(
  previous: Json,
  next: Json,
  declared?: { comparable: boolean; reason: string },
): ItemComparison {
  const own = declared ? { [String(next.name)]: declared } : {};
  const [found] = compareVersions(surveyOf(previous), surveyOf(next), own);
  return found ? { status: found.status, reasons: found.reasons } : { status: 'notComparable', reasons: [] };
}
