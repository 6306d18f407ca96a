// The evaluator's own words of a report, with the snapshot that they are about.
import { contentOf, getSnapshot } from '../../access/snapshots.ts';
import { report, reportChange } from '../../contract/report.ts';
import { notValid, problem } from '../../problems.ts';
import { findReport, type Report, saveReport } from '../../store/reports.ts';
import { ok, route } from '../define/route.ts';
import { getOwnProgramme } from '../programmes/own.ts';

const path = '/programmes/:slug/snapshots/:id/report';
const unwritten = {
  ...{ revision: 0, language: 'sv' as const, introduction: '', goals: {}, reservations: '', closing: '' },
  ...{ changedAt: null, changedBy: null },
};

export const reportTextRoutes = () => [
  route({
    method: 'get',
    path,
    summary: "The evaluator's own texts of a report",
    access: ['evaluator', 'administrator'],
    reply: { 200: report },
    handler: async ({ params, viewer }) => {
      await getOwnProgramme(viewer, params.slug);
      await getSnapshot(params.slug, params.id);
      return ok((await findReport(params.slug, params.id)) ?? unwritten);
    },
  }),
  route({
    method: 'put',
    path,
    summary: "Write the report's texts; the figures stay as the snapshot has them",
    access: ['evaluator'],
    size: 'large',
    body: reportChange,
    reply: { 200: report },
    handler: async ({ params, body, viewer }) => {
      await getOwnProgramme(viewer, params.slug);
      const { definition } = contentOf(await getSnapshot(params.slug, params.id));
      refuseUnknownGoals(
        body.goals,
        definition.goals.map((goal) => goal.id),
      );
      const { revision, ...texts } = body;
      const before = await findReport(params.slug, params.id);
      if ((before?.revision ?? 0) !== revision) return stale(before);
      const saved = await saveReport(params.slug, params.id, { ...texts, changedBy: viewer.name }, revision);
      return saved ? ok(saved) : stale(await findReport(params.slug, params.id));
    },
  }),
];

function refuseUnknownGoals(texts: Record<string, string>, known: readonly string[]): void {
  const unknown = Object.keys(texts).find((id) => !known.includes(id));
  if (unknown !== undefined)
    notValid(`goals.${unknown}`, 'unknown-name', `the snapshot has no goal "${unknown}"; leave it out`);
}

const stale = (current: Report | undefined) =>
  problem('stale-revision', `revision: the report has revision ${current?.revision ?? 0}; load it again`);
