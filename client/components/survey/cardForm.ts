// The questions of one half of a card, read from its SurveyJS JSON: what the chart, the table and the guide need.
type Texts = unknown;
type Json = Record<string, unknown>;

export interface CardQuestion {
  name: string;
  title: Texts;
  /** A shorter name for charts and tables: the page's title, where the page asks this alone. */
  short: Texts;
}

const isJson = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);
const list = (value: unknown): Json[] => (Array.isArray(value) ? value.filter(isJson) : []);
const ratings = (element: Json): Json[] =>
  element.type === 'panel' ? list(element.elements).flatMap(ratings) : element.type === 'rating' ? [element] : [];

/** Ratings in the order they are asked. */
export const cardQuestions = (form: Json): CardQuestion[] =>
  list(form.pages).flatMap((page) => {
    const asked = list(page.elements).flatMap(ratings);
    return asked.map(({ name, title }) => ({
      name: String(name),
      title: title ?? name,
      short: asked.length === 1 && page.title ? page.title : (title ?? name),
    }));
  });

/** Lowest and highest number of the half's scales. */
export const cardScale = (form: Json): [number, number] => {
  const all = list(form.pages).flatMap((page) => list(page.elements).flatMap(ratings));
  const ends = (key: 'rateMin' | 'rateMax', usual: number) =>
    all.map((question) => (typeof question[key] === 'number' ? (question[key] as number) : usual));
  return [Math.min(1, ...ends('rateMin', 1)), Math.max(...ends('rateMax', 5), 1)];
};
