// A first start puts in version 1 of the four surveys that every programme may use, and their questions as items of the bank.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { AnyDefinition } from '../domain/surveys/definition.ts';
import { builtInItems } from '../domain/surveys/items/builtIn.ts';
import { insertItemVersion, listItemNames } from './items.ts';
import { findSurveyVersion, insertSurveyVersion } from './surveys.ts';

const folder = join(import.meta.dirname, '../../surveys');
export const builtInSurveys = ['progression-card', 'exit', 'treatment', 'collaboration'] as const;

/** Those that are there already stay as they are. @returns the names that were put in. */
export async function putInBuiltInSurveys(): Promise<string[]> {
  const putIn: string[] = [];
  for (const name of builtInSurveys) {
    const text = await readFile(join(folder, name, 'v1.json'), 'utf8');
    const definition = JSON.parse(text) as AnyDefinition;
    const publishedAt = new Date().toISOString();
    const version = {
      programme: null,
      name,
      version: 1,
      definition,
      publishedAt,
      publishedBy: 'Stegvis',
      comparison: [],
    };
    if (await insertSurveyVersion(version)) putIn.push(name);
  }
  return putIn;
}

/** After the surveys, of which they are taken. An earlier program's database gets them too; those that are there stay. @returns the names that were put in. */
export async function putInBuiltInItems(): Promise<string[]> {
  const found = await Promise.all(builtInSurveys.map((name) => findSurveyVersion(null, name, 1)));
  const taken = new Set(await listItemNames());
  const missing = builtInItems(found.flatMap((each) => each?.definition ?? [])).filter(({ name }) => !taken.has(name));
  const putIn: string[] = [];
  for (const item of missing) {
    const at = new Date().toISOString();
    const first = { ...item, source: { ...item.source }, version: 1, programme: null, note: '', at, by: 'Stegvis' };
    if (await insertItemVersion({ ...first, comparison: null })) putIn.push(item.name);
  }
  return putIn;
}
