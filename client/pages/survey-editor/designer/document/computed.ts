// A computed value as a choice of what is reckoned from which questions, where it is that plain; and the expression of the choice.

export const reckonings = ['sum', 'mean', 'difference', 'count', 'age'] as const;
export type Reckoning = (typeof reckonings)[number];
export interface Computed {
  reckoning: Reckoning;
  questions: string[];
  /** Of an age: in which year. */
  year: number;
}

const braced = (name: string) => `{${name}}`;
const list = (names: readonly string[]) => names.map(braced).join(', ');
const answered = (names: readonly string[], join: string) =>
  names.map((name) => `${braced(name)} notempty`).join(` ${join} `);
/** Without what it is reckoned from there is no value: survey-core would take 0 for it. */
const guarded = (condition: string, value: string) => `iif(${condition}, ${value}, '')`;

/** @returns '' while questions are missing */
export const writeComputed = ({ reckoning, questions, year }: Computed): string => {
  const [first, second] = questions;
  if (first === undefined) return '';
  switch (reckoning) {
    case 'sum':
      return guarded(answered(questions, 'or'), `sum(${list(questions)})`);
    case 'mean':
      return guarded(answered(questions, 'or'), `avg(${list(questions)})`);
    case 'count':
      return `count(${list(questions)})`;
    case 'age':
      return guarded(answered([first], 'and'), `${year} - ${braced(first)}`);
    case 'difference':
      if (second === undefined) return '';
      return guarded(answered([first, second], 'and'), `${braced(first)} - ${braced(second)}`);
  }
};

/** As people write it by hand. */
const shortForms = ({ reckoning, questions }: Computed): string[] => {
  if (reckoning === 'sum') return [`sum(${list(questions)})`, questions.map(braced).join(' + ')];
  return reckoning === 'mean' ? [`avg(${list(questions)})`] : [];
};
const bare = (expression: string) => expression.replace(/\s+/g, '');

/** @returns undefined when it is more than can be chosen, or no expression at all */
export const readComputed = (expression: string): Computed | undefined => {
  const questions = [...new Set([...expression.matchAll(/\{\s*([^{}]+?)\s*\}/g)].map(([, name = '']) => name))];
  const year = Number(/(?<![\w{.])(\d{4})\s*-/.exec(expression)?.[1] ?? 0);
  const all = reckonings.map((reckoning) => ({ reckoning, questions, year }));
  return all.find((each) =>
    [writeComputed(each), ...shortForms(each)].some((text) => text !== '' && bare(text) === bare(expression)),
  );
};
