// What the questions of a survey are called, read from its definition as published.
import type { SurveyVersion } from '../../api/surveys.ts';

export type Localized = string | Record<string, string>;
export interface Question {
  title: Localized;
  /** By value: choices, or the columns of a matrix. */
  choices: Map<string, Localized>;
  /** By name: rows of a matrix. */
  rows: Map<string, Localized>;
  scale: [number, number] | undefined;
}
type Node = Record<string, unknown>;
const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && !Array.isArray(value);
const nodes = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

const localized = (value: unknown, otherwise: string): Localized => {
  if (typeof value === 'string') return value;
  if (!isNode(value)) return otherwise;
  return Object.fromEntries(
    Object.entries(value).filter((pair): pair is [string, string] => typeof pair[1] === 'string'),
  );
};
const items = (value: unknown): Map<string, Localized> =>
  new Map(
    nodes(value).map((item) =>
      isNode(item) ? [String(item.value), localized(item.text, String(item.value))] : [String(item), String(item)],
    ),
  );

const readQuestion = (node: Node, name: string): Question => ({
  title: localized(node.title, name),
  choices: items(node.choices ?? node.columns),
  rows: items(node.rows),
  scale:
    node.type === 'rating'
      ? [typeof node.rateMin === 'number' ? node.rateMin : 1, typeof node.rateMax === 'number' ? node.rateMax : 5]
      : undefined,
});

const collect = (node: unknown, prefix: string, into: Map<string, Question>): void => {
  if (!isNode(node)) return;
  for (const element of nodes(node.elements)) {
    if (isNode(element) && typeof element.name === 'string' && !Array.isArray(element.elements))
      into.set(prefix + element.name, readQuestion(element, element.name));
    collect(element, prefix, into);
  }
  for (const page of nodes(node.pages)) collect(page, prefix, into);
};

/** By name; of a card's two halves also `coordinator.name`, and a name without prefix is the person's where it can be. */
export const questionsOf = (definition: SurveyVersion['definition']): Map<string, Question> => {
  const questions = new Map<string, Question>();
  const { halves } = definition;
  if (!isNode(halves)) {
    collect(definition, '', questions);
    return questions;
  }
  for (const half of ['person', 'coordinator']) collect(halves[half], `${half}.`, questions);
  for (const half of ['coordinator', 'person']) collect(halves[half], '', questions);
  return questions;
};
