// The wordings of a survey's questions by the names that comparisons use: `health`, on a card `person.health`.
type Json = Record<string, unknown>;
export type Wordings = ReadonlyMap<string, Record<string, string> | string>;

const isJson = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);
const objects = (value: unknown): Json[] => (Array.isArray(value) ? value.filter(isJson) : []);

const questionsIn = (element: Json): Json[] =>
  Array.isArray(element.elements) ? objects(element.elements).flatMap(questionsIn) : [element];

const wordingsOf = (form: Json, prefix: string) =>
  objects(form.pages)
    .flatMap(questionsIn)
    .map(({ name, title }) => {
      const wording = isJson(title) ? (title as Record<string, string>) : String(title ?? name);
      return [`${prefix}${String(name)}`, wording] as const;
    });

export const questionTitles = (definition: Json | undefined): Wordings => {
  if (!definition) return new Map();
  if (!isJson(definition.halves)) return new Map(wordingsOf(definition, ''));
  return new Map(
    Object.entries(definition.halves).flatMap(([half, form]) => (isJson(form) ? wordingsOf(form, `${half}.`) : [])),
  );
};
