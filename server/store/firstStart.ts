// A first start puts in version 1 of the four surveys that every programme may use.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { AnyDefinition } from '../domain/surveys/definition.ts';
import { insertSurveyVersion } from './surveys.ts';

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
