// A question as the bank keeps it, and what a survey decides for itself.
export type Json = Readonly<Record<string, unknown>>;

export const isJson = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Whether and when it is asked, where it came from, and how it compares there: the bank keeps none of it. */
const localNames = ['item', 'comparableWith', 'visibleIf', 'enableIf', 'requiredIf', 'isRequired', 'startWithNewLine'];
const chosen = (question: Json, isWanted: (name: string) => boolean): Record<string, unknown> =>
  Object.fromEntries(Object.entries(question).filter(([name]) => isWanted(name)));

export const bankedOf = (question: Json) => chosen(question, (name) => !localNames.includes(name));
/** Without its name too: a survey may call it otherwise. */
export const contentOf = (question: Json) => chosen(question, (name) => name !== 'name' && !localNames.includes(name));
export const localOf = (question: Json) => chosen(question, (name) => name !== 'item' && localNames.includes(name));

export interface Reference {
  name: string;
  version: number;
  /** The newer version that was declined here. */
  kept?: number;
}
export const referenceOf = ({ item }: Json): Reference | undefined => {
  if (!isJson(item) || typeof item.name !== 'string' || typeof item.version !== 'number') return undefined;
  return {
    name: item.name,
    version: item.version,
    ...(typeof item.kept === 'number' ? { kept: item.kept } : {}),
  };
};

export const languagesIn = ({ title }: Json): string[] => {
  const own = isJson(title) ? Object.keys(title).filter((language) => language !== 'default') : [];
  return ['sv', ...own.filter((language) => language !== 'sv')];
};

export const placeInSurvey = 'pages[0].elements[0]';

/** A survey that asks this alone, for the preview. @param text stands where a survey says who sees the answers */
export const surveyWith = (question: Json, text: Readonly<Record<string, string>>): Record<string, unknown> => ({
  ...{ name: 'item', version: 1, anonymous: false, locale: 'sv', audience: 'participant', title: question.title },
  ...{ languages: languagesIn(question), machineTranslated: [], whoSees: text, information: text, thanks: text },
  pages: [{ name: 'question', elements: [question] }],
});
