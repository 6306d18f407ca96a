// The programme folder back: what importFolder reads, and a codebook. Names and addresses of people are never in it.
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { ProgrammeRows } from '../domain/programme/records.ts';
import type { Programme } from '../domain/programme/schema.ts';
import { type AnyDefinition, isCard } from '../domain/surveys/definition.ts';
import { isComplete, listAssessments } from '../store/assessments.ts';
import { builtInSurveys } from '../store/firstStart.ts';
import { loadRows } from '../store/rows.ts';
import { type SurveyVersion, surveysOf } from '../store/surveys.ts';
import { codebook, codebookColumns } from './codebook.ts';
import { csv, exportTables, type File } from './exportTables.ts';

export interface ExportReport {
  programme: string;
  folder: string;
  files: { file: string; rows: number }[];
  leftOut: { file: string; rows: number; reason: string }[];
}
const parts = [
  ...['programme.json', 'codebook.csv', 'surveys', 'responses'],
  ...['enrolments.csv', 'interventions.csv', 'activity.csv', 'followups.csv', 'assessments.csv'],
];

/** @throws Error when the folder holds anything but an earlier export of the same programme */
export async function exportFolder(programme: Programme, folder: string): Promise<ExportReport> {
  await clear(folder, programme.slug);
  const rows = await loadRows(programme.slug);
  const versions = await surveysOf(programme.slug);
  const surveys = versions.map((each) => each.definition);
  const files = [
    { file: 'programme.json', text: `${JSON.stringify(programme, null, 2)}\n`, rows: 1 },
    ...surveyFiles(programme, rows, versions),
    ...exportTables(programme, rows, surveys),
    csv('codebook.csv', codebookColumns, codebook(programme, used(programme, rows, surveys))),
  ];
  for (const { file, text } of files) {
    await mkdir(dirname(join(folder, file)), { recursive: true, mode: 0o700 });
    await writeFile(join(folder, file), text, { mode: 0o600 });
  }
  const open = (await listAssessments(programme.slug)).filter((card) => !isComplete(card)).length;
  const reason = 'one half is not in yet';
  return {
    ...{ programme: programme.slug, folder },
    files: files.map(({ file, rows: count }) => ({ file, rows: count })),
    leftOut: open > 0 ? [{ file: 'assessments.csv', rows: open, reason }] : [],
  };
}

/** An earlier export of the same programme makes way; anything else stays untouched and is refused. */
async function clear(folder: string, slug: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const there = await readdir(folder);
  if (there.length === 0) return;
  const earlier = await readFile(join(folder, 'programme.json'), 'utf8').then(slugIn, () => undefined);
  const strange = there.filter((name) => !parts.includes(name));
  if (earlier !== slug || strange.length > 0)
    throw new Error(`${folder} is not empty: name a new folder, or one that holds an earlier export of ${slug} alone`);
  for (const name of parts) await rm(join(folder, name), { recursive: true, force: true });
}

function slugIn(text: string): unknown {
  try {
    return (JSON.parse(text) as { slug?: unknown }).slug;
  } catch {
    return undefined;
  }
}

/** Surveys that rows, waves or goals refer to, and the programme's own. */
function used(programme: Programme, rows: ProgrammeRows, surveys: readonly AnyDefinition[]): AnyDefinition[] {
  const names = new Set([
    ...rows.responses.map((each) => each.survey),
    ...programme.waves.map((each) => each.survey),
    ...programme.goals.flatMap((goal) => goal.indicator.survey ?? []),
  ]);
  return surveys.filter((each) => names.has(each.name) || (isCard(each) && rows.assessments.length > 0));
}

/** Version 1 of the built-in surveys is in every database; the rest goes along. */
function surveyFiles(programme: Programme, rows: ProgrammeRows, versions: readonly SurveyVersion[]): File[] {
  const needed = new Set(
    used(
      programme,
      rows,
      versions.map((each) => each.definition),
    ),
  );
  const isBuiltIn = ({ programme: owner, name, version }: SurveyVersion) =>
    owner === null && version === 1 && builtInSurveys.some((each) => each === name);
  return versions
    .filter((each) => each.programme !== null || (needed.has(each.definition) && !isBuiltIn(each)))
    .map(({ name, version, definition }) => {
      const text = `${JSON.stringify(definition, null, 2)}\n`;
      return { file: `surveys/${name}/v${version}.json`, text, rows: 1 };
    });
}
