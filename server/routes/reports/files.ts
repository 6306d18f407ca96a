// The report as a file: made anew from the snapshot and the evaluator's texts each time, so that it never lags behind them.
import { contentOf, getSnapshot } from '../../access/snapshots.ts';
import type { Viewer } from '../../access/viewer.ts';
import { fileQuery } from '../../contract/report.ts';
import { findReport } from '../../store/reports.ts';
import type { Source } from '../../transfer/report/model/making.ts';
import { reportModel } from '../../transfer/report/model/model.ts';
import { dayText } from '../../transfer/report/model/moments.ts';
import { type Language, reportTexts } from '../../transfer/report/text/languages.ts';
import { Download, download, ok, route } from '../define/route.ts';
import { getOwnProgramme } from '../programmes/own.ts';

const access = ['evaluator', 'administrator'] as const;
const base = '/programmes/:slug/snapshots/:id';
const pdf = 'application/pdf';
const docx = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

// What makes the files is loaded when the first is asked for: it is large, and every start and command would wait for it.
const loadPdf = () => import('../../transfer/report/pdf/pdf.ts');
const loadDocx = () => import('../../transfer/report/docx/docx.ts');

export const reportFileRoutes = () => [
  route({
    method: 'get',
    path: `${base}/report.pdf`,
    summary: 'The report as a tagged PDF; in the language of its texts unless asked otherwise',
    access,
    query: fileQuery,
    produces: [pdf],
    reply: { 200: download },
    handler: async ({ params, query, viewer }) => {
      const source = await sourceOf(viewer, params, query.language);
      const { reportPdf } = await loadPdf();
      return ok(new Download(pdf, fileName(source, 'pdf'), reportPdf(reportModel(source))));
    },
  }),
  route({
    method: 'get',
    path: `${base}/report.docx`,
    summary: 'The same report as a Word file, to be gone on with',
    access,
    query: fileQuery,
    produces: [docx],
    reply: { 200: download },
    handler: async ({ params, query, viewer }) => {
      const source = await sourceOf(viewer, params, query.language);
      const { reportDocx } = await loadDocx();
      return ok(new Download(docx, fileName(source, 'docx'), reportDocx(reportModel(source))));
    },
  }),
];

/** @throws Problem not-found: no such programme or snapshot, or not this viewer's */
export async function sourceOf(
  viewer: Viewer,
  { slug, id }: Readonly<Record<'slug' | 'id', string>>,
  language: Language | undefined,
): Promise<Source> {
  await getOwnProgramme(viewer, slug);
  const snapshot = await getSnapshot(slug, id);
  const texts = await findReport(slug, id);
  return { content: contentOf(snapshot), hash: snapshot.hash, texts, language: language ?? texts?.language ?? 'sv' };
}

export const fileName = ({ content, language }: Source, extension: string) =>
  `${reportTexts[language].fileName}-${content.programme}-${dayText(content.createdAt)}.${extension}`;
