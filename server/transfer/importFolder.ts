// A programme folder into the database: definition, surveys, then rows, each kind after those it refers to.
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Programme } from '../domain/programme/schema.ts';
import {
  type AnyDefinition,
  type CardDefinition,
  isCard,
  type SurveyDefinition,
} from '../domain/surveys/definition.ts';
import { upsertActivities } from '../store/activities.ts';
import { upsertAssessments } from '../store/assessments.ts';
import { listEnrolments, upsertEnrolments } from '../store/enrolments.ts';
import { erasedOf } from '../store/erasures.ts';
import { upsertFollowUps } from '../store/followUps.ts';
import { upsertInterventions } from '../store/interventions.ts';
import { upsertResponses } from '../store/responses.ts';
import type { Outcome } from '../store/rowCollection.ts';
import { surveysOf } from '../store/surveys.ts';
import { readCsv, UnreadableCsv } from './csv.ts';
import { checkProgramme, putProgramme, RefusedDefinition, readProgramme } from './programmeFile.ts';
import { checkColumns, type Kind, readRows } from './readTable.ts';
import { type FileReport, type Reconciliation, refused, report } from './reconciliation.ts';
import { putSurvey, readSurveyFiles, type SurveyFile } from './surveyFiles.ts';
import { assessmentKind, versionedKind } from './tables/assessments.ts';
import { enrolmentKind } from './tables/enrolments.ts';
import { activityKind, followUpKind, interventionKind, type KnownEnrolments } from './tables/events.ts';
import { responseKind } from './tables/responses.ts';

const fileNames = ['enrolments.csv', 'interventions.csv', 'activity.csv', 'followups.csv', 'assessments.csv'];
type Put<Row> = (programme: string, rows: readonly Row[]) => Promise<Outcome[]>;

/** Good rows are stored, bad ones are in the report. A definition that is refused stops everything. */
export async function importFolder(folder: string): Promise<Reconciliation> {
  const surveyFiles = await readSurveyFiles(folder);
  const own = surveyFiles.flatMap(({ definition }) => definition ?? []);
  const programme = await readAndCheck(folder, own);
  if (Array.isArray(programme)) {
    const rejected = programme.map((reason) => ({ row: 1, reason }));
    return { programme: null, files: [report('programme.json', 0, [], rejected)] };
  }
  const { slug } = programme;
  const files = [report('programme.json', 1, [await putProgramme(programme)], [])];
  for (const file of surveyFiles) files.push(await importSurvey(slug, file));
  const surveys = (await surveysOf(slug)).map((each) => each.definition);
  const table = <Row>(file: string, kind: Kind<Row>, put: Put<Row>) => importTable(folder, file, kind, slug, put);
  files.push(...(await table('enrolments.csv', enrolmentKind(programme, await erasedOf(slug)), upsertEnrolments)));
  const known = new Map((await listEnrolments(slug)).map((each) => [each.enrolment, each]));
  files.push(...(await table('interventions.csv', interventionKind(programme, known), upsertInterventions)));
  files.push(...(await table('activity.csv', activityKind(known), upsertActivities)));
  files.push(...(await table('followups.csv', followUpKind(known), upsertFollowUps)));
  files.push(...(await importCards(folder, programme, surveys, known)));
  files.push(...(await importResponses(folder, programme, surveys, known)));
  files.push(...(await unknownFiles(folder)));
  return { programme: slug, files };
}

async function readAndCheck(folder: string, own: readonly AnyDefinition[]): Promise<Programme | string[]> {
  try {
    const programme = readProgramme(await readFile(join(folder, 'programme.json'), 'utf8'));
    const stored = (await surveysOf(programme.slug)).map((each) => each.definition);
    const reasons = await checkProgramme(programme, [...stored, ...own]);
    return reasons.length > 0 ? reasons : programme;
  } catch (error) {
    if (error instanceof RefusedDefinition) return [...error.reasons];
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return ['is not there; a programme folder needs it'];
    throw error;
  }
}

async function importSurvey(slug: string, { file, definition, reason }: SurveyFile): Promise<FileReport> {
  if (!definition) return refused(file, reason ?? 'can not be read');
  const outcome = await putSurvey(slug, definition);
  return typeof outcome === 'string' ? report(file, 1, [outcome], []) : refused(file, outcome.reason);
}

/** Nothing when there is no such file. */
async function importTable<Row>(
  folder: string,
  file: string,
  kind: Kind<Row> | ((columns: readonly string[]) => Kind<Row>),
  slug: string,
  put: Put<Row>,
): Promise<FileReport[]> {
  try {
    const table = readCsv(await readFile(join(folder, file)));
    const rowKind = typeof kind === 'function' ? kind(table.columns) : kind;
    const problem = checkColumns(table.columns, rowKind);
    if (problem !== undefined) return [refused(file, problem)];
    const { read, rows, rejected } = readRows(table, rowKind);
    return [report(file, read, await put(slug, rows), rejected)];
  } catch (error) {
    if (error instanceof UnreadableCsv) return [refused(file, error.message, error.line)];
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}

/** Where the file does not tell it, the card's version is the newest that has all the columns; the programme's own cards come first in `surveys`. */
async function importCards(
  folder: string,
  programme: Programme,
  surveys: readonly AnyDefinition[],
  known: KnownEnrolments,
): Promise<FileReport[]> {
  const cards: CardDefinition[] = surveys.filter(isCard);
  const newestFirst = cards.sort((a, b) => (a.name === b.name ? b.version - a.version : 0));
  const kinds = newestFirst.map((card) => assessmentKind(programme, card, known));
  const [first] = kinds;
  if (!first) return [];
  const fitting = (columns: readonly string[]) =>
    columns.includes('version')
      ? versionedKind(programme, newestFirst, known)
      : (kinds.find((kind) => !checkColumns(columns, kind)) ?? first);
  return importTable(folder, 'assessments.csv', fitting, programme.slug, upsertAssessments);
}

async function importResponses(
  folder: string,
  programme: Programme,
  surveys: readonly AnyDefinition[],
  known: KnownEnrolments,
): Promise<FileReport[]> {
  const reports: FileReport[] = [];
  for (const file of await csvIn(join(folder, 'responses'))) {
    const name = file.slice(0, -'.csv'.length);
    const versions = surveys.filter((each): each is SurveyDefinition => each.name === name && !isCard(each));
    const path = `responses/${file}`;
    const names = [...new Set(surveys.filter((each) => !isCard(each)).map((each) => each.name))].join(', ');
    if (versions.length === 0) reports.push(refused(path, `there is no survey "${name}"; there are ${names}`));
    else
      reports.push(
        ...(await importTable(folder, path, responseKind(programme, versions, known), programme.slug, upsertResponses)),
      );
  }
  return reports;
}

/** A misspelt name must not pass in silence. */
async function unknownFiles(folder: string): Promise<FileReport[]> {
  const unknown = (await csvIn(folder)).filter((file) => file !== 'codebook.csv' && !fileNames.includes(file));
  return unknown.map((file) => refused(file, `unknown file; use ${fileNames.join(', ')} or responses/SURVEY.csv`));
}

async function csvIn(folder: string): Promise<string[]> {
  try {
    return (await readdir(folder)).filter((name) => name.toLowerCase().endsWith('.csv')).sort();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}
