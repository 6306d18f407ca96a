// Snapshots are made and read. No route changes or removes one, also not for administrators.
import { compareSnapshot, contentOf, freezeResults, getSnapshot } from '../../access/snapshots.ts';
import { comparison, newSnapshot, snapshot, snapshots } from '../../contract/snapshot.ts';
import { listSnapshots, type StoredSnapshot } from '../../store/snapshots.ts';
import { created, ok, route } from '../define/route.ts';
import type { Deps } from '../deps.ts';
import { getOwnProgramme } from '../programmes/own.ts';

const access = ['evaluator', 'administrator'] as const;
const base = '/programmes/:slug/snapshots';
const present = (stored: StoredSnapshot) => ({ ...stored, content: { ...contentOf(stored) } });

export const snapshotRoutes = ({ version }: Pick<Deps, 'version'>) => [
  route({
    method: 'post',
    path: base,
    summary: 'Freeze the results for a report; a snapshot can not be changed or removed',
    access,
    body: newSnapshot,
    reply: { 201: snapshot },
    handler: async ({ params, body, viewer }) => {
      await getOwnProgramme(viewer, params.slug);
      const author = { name: viewer.name, productVersion: version };
      return created(present(await freezeResults(params.slug, body, author)));
    },
  }),
  route({
    method: 'get',
    path: base,
    summary: 'Snapshots of a programme, newest first',
    access,
    reply: { 200: snapshots },
    handler: async ({ params, viewer }) => {
      await getOwnProgramme(viewer, params.slug);
      return ok({ snapshots: await listSnapshots(params.slug) });
    },
  }),
  route({
    method: 'get',
    path: `${base}/:id`,
    summary: 'A snapshot: what was frozen, and its hash',
    access,
    reply: { 200: snapshot },
    handler: async ({ params, viewer }) => {
      await getOwnProgramme(viewer, params.slug);
      return ok(present(await getSnapshot(params.slug, params.id)));
    },
  }),
  route({
    method: 'get',
    path: `${base}/:id/comparison`,
    summary: 'A snapshot set against what the same questions give now',
    access,
    reply: { 200: comparison },
    handler: async ({ params, viewer }) => {
      await getOwnProgramme(viewer, params.slug);
      return ok(await compareSnapshot(params.slug, params.id));
    },
  }),
];
