// Rows of individuals for statisticians: for coordinators, of the own sites, and never of anonymous surveys.

import { ownSites } from '../access/roles.ts';
import type { Viewer } from '../access/viewer.ts';
import { exportList, exportQuery } from '../contract/export.ts';
import { breaksOf } from '../domain/answers/breaks.ts';
import { problem } from '../problems.ts';
import { recordLooks } from '../store/looks.ts';
import { surveysOf } from '../store/surveys.ts';
import { codebookTable } from '../transfer/dataset/codebookTable.ts';
import { bundle, type DataFormat, dataFile, dataFormats, scriptFile } from '../transfer/dataset/files.ts';
import { newSource, type Source } from '../transfer/dataset/source.ts';
import { allTables, findTable, isWithheld, listTables } from '../transfer/dataset/tables.ts';
import { zipped } from '../transfer/zip.ts';
import { Download, download, ok, route } from './define/route.ts';
import { getOwnProgramme } from './programmes/own.ts';

const types = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  sav: 'application/x-spss-sav',
  R: 'text/plain; charset=utf-8',
  sps: 'text/plain; charset=utf-8',
  zip: 'application/zip',
} as const;

export const exportRoutes = () => [
  route({
    method: 'get',
    path: '/programmes/:slug/export',
    summary: 'What can be exported of the own sites',
    access: ['coordinator'],
    reply: { 200: exportList },
    handler: async ({ params, viewer }) => {
      const tables = await listTables(await sourceOf(viewer, params.slug));
      return ok({ tables: tables.map(({ name, label }) => ({ name, title: present(label) })) });
    },
  }),
  route({
    method: 'get',
    path: '/programmes/:slug/export/:file',
    summary: 'Rows of the own sites: NAME.csv, .xlsx, .sav, .R, .sps, codebook.csv, or all.zip with one set of keys',
    access: ['coordinator'],
    query: exportQuery,
    produces: [...new Set(Object.values(types))],
    reply: { 200: download },
    handler: async ({ params, query, viewer }) => {
      const source = await sourceOf(viewer, params.slug);
      return ok(await fileOf(source, params.file, query));
    },
  }),
];

/** Every enrolment whose rows are handed out is written in the log of looks. */
async function sourceOf(viewer: Viewer, slug: string): Promise<Source> {
  const { definition } = await getOwnProgramme(viewer, slug);
  const versions = await surveysOf(slug);
  const surveys = versions.map((each) => each.definition);
  const what = { programme: definition, surveys, breaks: breaksOf(versions), sites: ownSites(viewer, slug) };
  return newSource(what, (enrolments) => recordLooks(viewer.id, slug, enrolments));
}

async function fileOf(source: Source, file: string, query: { language: string; format: string }): Promise<Download> {
  const { language } = query;
  if (file === 'codebook.csv')
    return new Download(types.csv, file, dataFile.csv(codebookTable(await allTables(source)), language));
  if (file === 'all.zip') {
    const formats = query.format
      .split(',')
      .filter((each): each is DataFormat => dataFormats.some((own) => own === each));
    return new Download(
      types.zip,
      `${source.programme.slug}.zip`,
      zipped(bundle(source, [...new Set(formats)], language)),
    );
  }
  const [, name = '', extension] = /^(.+)\.(csv|xlsx|sav|R|sps)$/.exec(file) ?? [];
  if (isWithheld(source, name))
    problem('not-allowed', `${name} is anonymous: its results are shown, its rows to nobody`);
  if (extension === 'R' || extension === 'sps') {
    // A script tells no row, so nobody is looked at.
    const table = await tableOf({ ...source, seen: async () => {} }, name);
    return new Download(types[extension], file, scriptFile[extension](table, language));
  }
  const table = await tableOf(source, name);
  const format = dataFormats.find((each) => each === extension) ?? 'csv';
  return new Download(types[format], file, dataFile[format](table, language));
}

const tableOf = async (source: Source, name: string) =>
  (await findTable(source, name)) ?? problem('not-found', 'there is no such table to export');

const present = (label: Record<string, string | undefined>): Record<string, string> =>
  Object.fromEntries(Object.entries(label).filter((each): each is [string, string] => each[1] !== undefined));
