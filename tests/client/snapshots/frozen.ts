// One small programme as it was frozen, for the tests of a snapshot's pages.
const titled = (sv: string) => ({ sv, en: `${sv} (en)` });
const indicator = { population: 'exits', measure: 'share', of: "{exitStatus} = 'employed'" };

export const definition = {
  slug: 'cresco-plus',
  title: titled('Cresco+'),
  start: '2023-01-01',
  end: '2025-06-30',
  sites: [{ slug: 'skara', title: 'Skara' }],
  codes: {
    exitReason: [],
    exitStatus: [{ value: 'employed', title: titled('Anställd') }],
    intervention: [],
    role: [],
  },
  fields: [],
  activityBands: [0, 1],
  ageBands: [16, 45],
  waves: [],
  suppression: { below: 5, cells: false },
  goals: [
    { id: 'work', title: titled('Arbete'), indicator, target: { atLeast: 0.35 } },
    { id: 'small', title: titled('Liten'), indicator, target: { atLeast: 0.35 } },
    { id: 'seen', title: titled('Studier'), indicator },
  ],
};
const figures = (value: number, numerator: number, denominator: number) => ({
  ...{ value, numerator, denominator, missing: 0, n: null, mean: null, sd: null, ci95: [0.11, 0.21] },
  ...{ responseRate: null, suppressed: false },
});
const head = { measure: 'share', target: { atLeast: 0.35 }, verdict: null, warnings: [], groups: [] as object[] };
const group = (gender: string, more: object) => ({ by: { gender }, target: null, status: null, ...more });
const goals = [
  {
    ...{ ...head, ...figures(0.155, 31, 200), id: 'work', title: titled('Arbete'), status: 'notMet' },
    verdict: { status: 'near', motivation: 'Fler är på väg.', by: 'Eva', date: '2025-06-16' },
    groups: [group('woman', figures(0.15, 15, 100)), { by: { gender: 'man' }, suppressed: true }],
  },
  { ...head, id: 'small', title: titled('Liten'), suppressed: true, status: null },
  { ...head, ...figures(0.1, 20, 200), id: 'seen', title: titled('Studier'), target: null, status: null },
];

export const snapshotHead = {
  ...{ id: 's1', title: 'Slutrapport', createdAt: '2025-06-30T10:00:00Z', createdBy: 'Eva Utvärderare' },
  ...{ computedAt: '2025-06-30T09:59:00Z', by: 'gender', minDays: null, hash: 'abcdef0123456789'.repeat(4) },
};
export const snapshot = {
  ...snapshotHead,
  content: {
    ...{ form: 1, id: 's1', programme: 'cresco-plus', title: 'Slutrapport', by: 'gender', minDays: null },
    ...{ createdAt: snapshotHead.createdAt, createdBy: snapshotHead.createdBy, computedAt: snapshotHead.computedAt },
    ...{ productVersion: '0.1.0', definition, surveys: [], rows: [] },
    results: { programme: 'cresco-plus', computedAt: snapshotHead.computedAt, as: 'evaluator', goals },
  },
};
/** Address of the one snapshot's routes. */
export const address = '/programmes/cresco-plus/snapshots/s1';
export const frozenReplies = { [`GET ${address}`]: snapshot };
