// surveys/NAME/vN.json of a folder: surveys of the programme's own. A published version never changes.
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { checkDefinition } from '../domain/surveys/check.ts';
import { statedIn, usedOf } from '../domain/surveys/comparability/declarations.ts';
import { compareVersions, lastAskedIn, type QuestionComparison } from '../domain/surveys/compare.ts';
import type { AnyDefinition } from '../domain/surveys/definition.ts';
import { isJsonObject } from '../domain/surveys/json.ts';
import { holdVersions } from '../store/offeredVersions.ts';
import type { Outcome } from '../store/rowCollection.ts';
import {
  chooseVersion,
  findSurveyHeads,
  findSurveyVersion,
  insertSurveyVersion,
  type SurveyVersion,
} from '../store/surveys.ts';

export interface SurveyFile {
  /** surveys/NAME/vN.json */
  file: string;
  definition?: AnyDefinition;
  reason?: string;
}

/** In the order of names and versions. */
export async function readSurveyFiles(folder: string): Promise<SurveyFile[]> {
  const files: SurveyFile[] = [];
  for (const name of await namesIn(join(folder, 'surveys'))) {
    const versions = (await namesIn(join(folder, 'surveys', name))).filter((each) => each.endsWith('.json'));
    const numbered = versions.sort((a, b) => Number(a.slice(1, -5)) - Number(b.slice(1, -5)));
    for (const version of numbered) files.push(await readSurveyFile(folder, name, version));
  }
  return files;
}

async function namesIn(folder: string): Promise<string[]> {
  try {
    return (await readdir(folder)).filter((name) => !name.startsWith('.')).sort();
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes(String((error as NodeJS.ErrnoException).code))) return [];
    throw error;
  }
}

async function readSurveyFile(folder: string, name: string, version: string): Promise<SurveyFile> {
  const file = `surveys/${name}/${version}`;
  try {
    const definition: unknown = JSON.parse(await readFile(join(folder, file), 'utf8'));
    const reason = whatIsWrong(definition, name, version);
    return reason ? { file, reason } : { file, definition: definition as AnyDefinition };
  } catch (error) {
    return { file, reason: error instanceof Error ? error.message : String(error) };
  }
}

function whatIsWrong(definition: unknown, name: string, file: string): string | undefined {
  if (!isJsonObject(definition)) return 'is not an object';
  if (definition.name !== name) return `name: must be "${name}", as the folder`;
  const version = Number(/^v([1-9]\d{0,5})\.json$/.exec(file)?.[1]);
  if (definition.version !== version) return 'version: must be the number in the name of the file, as 2 in v2.json';
  const errors = checkDefinition(definition).filter((problem) => problem.severity === 'error');
  if (errors.length > 0)
    return errors
      .slice(0, 10)
      .map((error) => `${error.path}: ${error.message}`)
      .join('; ');
  return undefined;
}

/** @returns the outcome, or why the file is refused. */
export async function putSurvey(programme: string, definition: AnyDefinition): Promise<Outcome | { reason: string }> {
  const { name, version } = definition;
  const stored = await findSurveyVersion(programme, name, version);
  if (stored && isDeepStrictEqual(stored.definition, definition)) return 'unchanged';
  if (stored?.programme === programme)
    return { reason: `version ${version} is published and never changes; give the new one the next number` };
  const earlier = await earlierThan(programme, definition);
  await holdVersions(programme, name);
  const published: SurveyVersion = {
    ...{ programme, name, version, definition },
    ...{ publishedAt: new Date().toISOString(), publishedBy: 'import' },
    comparison: compareWithEarlier(definition, earlier),
  };
  return (await insertSurveyVersion(published)) ? 'stored' : { reason: 'was put in by somebody else; import again' };
}

/** Those that the programme may use, its own before those for all; oldest first. */
async function earlierThan(programme: string, { name, version }: AnyDefinition): Promise<AnyDefinition[]> {
  const [heads = []] = await findSurveyHeads([{ programme, name }]);
  const numbers = [...new Set(heads.map((each) => each.version))].filter((number) => number < version);
  numbers.sort((one, other) => one - other);
  const found = await Promise.all(numbers.map((number) => chooseVersion(heads, programme, number)));
  return found.flatMap((each) => each?.definition ?? []);
}

/** By what its questions say of themselves. Only the version right before it is compared with. */
function compareWithEarlier(definition: AnyDefinition, earlier: readonly AnyDefinition[]): QuestionComparison[] {
  const previous = earlier.at(-1);
  if (!previous || previous.version !== definition.version - 1) return [];
  return compareVersions(previous, definition, usedOf(statedIn(definition, earlier)), lastAskedIn(earlier));
}
