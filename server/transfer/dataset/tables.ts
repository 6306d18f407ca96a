// Every table that an export may have.
import type { SurveyDefinition } from '../../domain/surveys/definition.ts';
import { isCard } from '../../domain/surveys/definition.ts';
import { listAnsweredSurveys } from '../../store/responses.ts';
import { longCards, wideCards, wideCardsHead } from './cardTables.ts';
import { enrolmentTable, registeredTables } from './enrolmentTables.ts';
import { responseTable, surveysByName, titleOf } from './responseTable.ts';
import type { Source } from './source.ts';
import type { Table } from './variable.ts';

const isAnonymous = (versions: readonly SurveyDefinition[]) => versions.some((each) => each.anonymous);

/** Rows of an anonymous survey single out whoever wrote them: the operator alone gets them. */
export function isWithheld({ surveys, sites }: Source, name: string): boolean {
  return sites !== 'all' && isAnonymous(surveysByName({ surveys }).get(name) ?? []);
}

/** By the name of its file; a card's own name means its cards. undefined: there is none, or it is withheld. */
export async function findTable(source: Source, name: string): Promise<Table | undefined> {
  const found = ownTables(source).find((each) => each.name === name);
  if (found) return found;
  if (name === wideCardsHead.name) return wideCards(source);
  if (source.surveys.some((each) => isCard(each) && each.name === name)) return longCards(source);
  const versions = surveysByName(source).get(name);
  return versions && !isWithheld(source, name) ? responseTable(source, versions) : undefined;
}

const ownTables = (source: Source) => [enrolmentTable(source), ...registeredTables(source), longCards(source)];

/** Names and titles: what is registered, and every survey that has a response and is not withheld. */
export async function listTables(source: Source): Promise<Pick<Table, 'name' | 'label'>[]> {
  const fixed = [...ownTables(source).map(({ name, label }) => ({ name, label })), wideCardsHead];
  const answered = new Set(await listAnsweredSurveys(source.programme.slug));
  const surveys = [...surveysByName(source)].filter(
    ([name]) => answered.has(name) && !isWithheld(source, name) && !fixed.some((each) => each.name === name),
  );
  const titled = surveys.map(([name, versions]) => ({ name, label: titleOf(versions) ?? { sv: name } }));
  return [...fixed, ...titled.sort((one, other) => (one.name < other.name ? -1 : 1))];
}

export async function allTables(source: Source): Promise<Table[]> {
  const tables: Table[] = [];
  for (const { name } of await listTables(source)) {
    const table = await findTable(source, name);
    if (table) tables.push(table);
  }
  return tables;
}
