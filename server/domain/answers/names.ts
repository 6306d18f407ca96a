// Which names each population has (interface.md, "Names"). Known before any row is read, so goals are checked by it.
import type { Population, Programme } from '../programme/schema.ts';
import type { AnyDefinition } from '../surveys/definition.ts';
import { isCard } from '../surveys/definition.ts';
import type { NameType } from './columns.ts';
import { questionNamesOf } from './questions.ts';

export type Names = ReadonlyMap<string, NameType>;
type Entries = [string, NameType][];

const background: Entries = [
  ['site', 'code'],
  ['gender', 'code'],
  ['birthYear', 'number'],
  ['age', 'number'],
  ['ageBand', 'number'],
  ['bornAbroad', 'code'],
  ['referrer', 'code'],
];

const course: Entries = [
  ['start', 'date'],
  ['end', 'date'],
  ['days', 'number'],
  ['exitReason', 'code'],
  ['exitStatus', 'code'],
  ['activity.first', 'number'],
  ['activity.last', 'number'],
  ['activityBand.first', 'number'],
  ['activityBand.last', 'number'],
  ['cards', 'number'],
  ['interventions', 'list'],
  ['jobFocused', 'boolean'],
  ['followUp', 'code'],
];

const circumstances: Entries = [
  ['role', 'code'],
  ['wave', 'code'],
  ['language', 'code'],
  ['mode', 'code'],
];

export const measuringPoints = ['first', 'last', 'change'] as const;

/** @param survey name of the survey, for responses; undefined when no version of it is among `surveys` */
export function namesOf(
  programme: Programme,
  surveys: readonly AnyDefinition[],
  population: Population,
  survey?: string,
): Names | undefined {
  if (population === 'responses') {
    const versions = surveys.filter((each) => each.name === survey);
    if (versions.length === 0) return undefined;
    const questions: Entries = [...questionNamesOf(versions).values()].map(({ name, type }) => [name, type]);
    // A question never takes the place of a background name.
    return new Map([...questions, ...background, ...circumstances]);
  }
  const fields: Entries = programme.fields.map((field) => [field.name, 'code']);
  const cards: Entries = population === 'assessed' ? cardNames(surveys) : [];
  return new Map([...cards, ...fields, ...background, ...course]);
}

function cardNames(surveys: readonly AnyDefinition[]): Entries {
  const questions = [...questionNamesOf(cardsOf(surveys)).keys()];
  return questions.flatMap((name): Entries => measuringPoints.map((point) => [`${name}.${point}`, 'number']));
}

export function cardsOf(surveys: readonly AnyDefinition[]): AnyDefinition[] {
  return surveys.filter(isCard);
}
