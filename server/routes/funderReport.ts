// The monthly report for the funder: exact for coordinators of their own sites, rounded for all who see no individuals.
import { getFunderReport } from '../access/funderReport.ts';
import { resultsViewer } from '../access/results.ts';
import { funderQuery, funderReport } from '../contract/funderReport.ts';
import { funderCsv, labelled } from '../transfer/funderReport.ts';
import { Download, download, ok, route } from './define/route.ts';
import { getOwnProgramme } from './programmes/own.ts';

const path = '/programmes/:slug/funder-report';
const csv = 'text/csv; charset=utf-8';

export const funderReportRoutes = () => [
  route({
    method: 'get',
    path,
    summary: "A month's enrolled, ongoing and ended by gender, age and site, with the funder's codes",
    access: 'signed-in',
    query: funderQuery,
    reply: { 200: funderReport },
    handler: async ({ params, query, viewer }) => {
      const { definition } = await getOwnProgramme(viewer, params.slug);
      const { month, roundedTo, ...counts } = await getFunderReport(
        definition,
        resultsViewer(viewer, params.slug),
        query.month,
      );
      return ok({ programme: params.slug, month, roundedTo, ...labelled(counts, definition, query.language) });
    },
  }),
  route({
    method: 'get',
    path: `${path}.csv`,
    summary: 'The same as CSV',
    access: 'signed-in',
    query: funderQuery,
    produces: [csv],
    reply: { 200: download },
    handler: async ({ params, query, viewer }) => {
      const { definition } = await getOwnProgramme(viewer, params.slug);
      const report = await getFunderReport(definition, resultsViewer(viewer, params.slug), query.month);
      const text = funderCsv(labelled(report, definition, query.language), report, query.language);
      const whole = async function* () {
        yield text;
      };
      return ok(new Download(csv, `${params.slug}-${report.month}.csv`, whole()));
    },
  }),
];
