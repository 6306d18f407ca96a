import { getQuality } from '../access/quality.ts';
import { resultsViewer } from '../access/results.ts';
import { quality } from '../contract/quality.ts';
import { ok, route } from './define/route.ts';
import { getOwnProgramme } from './programmes/own.ts';

export const qualityRoutes = () => [
  route({
    method: 'get',
    path: '/programmes/:slug/quality',
    summary: 'What cannot be true, hardly is or is missing in the data, as the caller may see it',
    access: 'signed-in',
    reply: { 200: quality },
    handler: async ({ params: { slug }, viewer }) => {
      await getOwnProgramme(viewer, slug);
      return ok(await getQuality(slug, resultsViewer(viewer, slug)));
    },
  }),
];
