// Where a text is not translated its Swedish stands in, as on the pages around the questions: survey-core would show a code, or nothing.
type Json = Record<string, unknown>;
const isJson = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);

/** By value, not by language. */
const byValue = ['faces', 'explanations'];

const inAll = (text: Json, languages: readonly string[]): Json => ({
  ...Object.fromEntries(languages.map((language) => [language, text.sv])),
  ...Object.fromEntries(Object.entries(text).filter(([, each]) => each !== '')),
});

/** The form, or a part of it, with each text in all of the languages. */
export function withSwedish<Part>(part: Part, languages: readonly string[]): Part {
  if (Array.isArray(part)) return part.map((each) => withSwedish(each, languages)) as Part;
  if (!isJson(part)) return part;
  if (typeof part.sv === 'string' && part.sv !== '') return inAll(part, languages) as Part;
  const inside = Object.entries(part).map(([name, value]) => [
    name,
    byValue.includes(name) ? value : withSwedish(value, languages),
  ]);
  return Object.fromEntries(inside) as Part;
}
