// A goal of a snapshot as picture and as table: the same chart as in the report, and all groups that were frozen.
import type { Viewer } from '../../access/viewer.ts';
import { fileQuery, pictureQuery } from '../../contract/report.ts';
import { problem } from '../../problems.ts';
import { altText, chartOf } from '../../transfer/report/chart/chart.ts';
import { drawChart } from '../../transfer/report/chart/marks.ts';
import { chartSvg } from '../../transfer/report/chart/svg.ts';
import { type GoalFigures, type Making, making } from '../../transfer/report/model/making.ts';
import { type Language, titleIn } from '../../transfer/report/text/languages.ts';
import { resultsAsCsv } from '../../transfer/results/csv.ts';
import { Download, download, ok, route } from '../define/route.ts';
import { sourceOf } from './files.ts';

const access = ['evaluator', 'administrator'] as const;
const base = '/programmes/:slug/snapshots/:id/goals/:goal';
const [svg, png, csv] = ['image/svg+xml', 'image/png', 'text/csv; charset=utf-8'] as const;

export const pictureRoutes = () => [
  route({
    method: 'get',
    path: `${base}/chart.svg`,
    summary: "A goal's chart as in the report; with `by`, of the groups of that one variable",
    access,
    query: pictureQuery,
    produces: [svg],
    reply: { 200: download },
    handler: async ({ params, query, viewer }) =>
      ok(new Download(svg, `${params.goal}.svg`, only(await chartText(viewer, params, query)))),
  }),
  route({
    method: 'get',
    path: `${base}/chart.png`,
    summary: 'The same chart as a picture, twice as dense as on a screen',
    access,
    query: pictureQuery,
    produces: [png],
    reply: { 200: download },
    handler: async ({ params, query, viewer }) => {
      const drawing = await chartText(viewer, params, query);
      // Loaded when first asked for: it is large.
      const { pngOf } = await import('../../transfer/report/chart/png.ts');
      return ok(new Download(png, `${params.goal}.png`, only(await pngOf(drawing))));
    },
  }),
  route({
    method: 'get',
    path: `${base}/table.csv`,
    summary: "A goal's figures, in total and of every group that was frozen, unrounded",
    access,
    query: fileQuery,
    produces: [csv],
    reply: { 200: download },
    handler: async ({ params, query, viewer }) => {
      const { made, figures } = await goalOf(viewer, params, query.language);
      const table = resultsAsCsv({ ...made.content.results, goals: [figures] }, made.language);
      return ok(new Download(csv, `${params.goal}.csv`, only(table)));
    },
  }),
];

type Params = Readonly<Record<'slug' | 'id' | 'goal', string>>;

async function goalOf(viewer: Viewer, params: Params, language: Language | undefined) {
  const made = making(await sourceOf(viewer, params, language));
  const figures = made.content.results.goals.find((each) => each.id === params.goal);
  return { made, figures: figures ?? problem('not-found', `the snapshot has no goal "${params.goal}"`) };
}

/** @throws Problem not-found: nothing to draw, since the goal is judged, hidden or without data */
async function chartText(
  viewer: Viewer,
  params: Params,
  query: { language?: Language | undefined; by?: string | undefined },
) {
  const { made, figures } = await goalOf(viewer, params, query.language);
  return drawn(made, figures, query.by);
}

function drawn(made: Making, figures: GoalFigures, by: string | undefined): string {
  const chart =
    chartOf(figures, made, by) ??
    problem('not-found', `goal "${figures.id}" has no chart: judged, hidden or without data`);
  const title = titleIn(figures.title, made.language);
  return chartSvg(drawChart(chart), title, altText(chart, title, made));
}

async function* only(content: string | Uint8Array): AsyncGenerator<string | Uint8Array> {
  yield content;
}
