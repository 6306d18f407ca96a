// A programme with one goal, and its result: what the goal's page begins with.
const titled = (sv: string) => ({ sv, en: sv });
export const definition = {
  ...{ slug: 'cresco-plus', title: titled('Cresco+'), start: '2025-01-01', fields: [], waves: [] },
  sites: [{ slug: 'skara', title: 'Skara' }],
  codes: { exitReason: [], exitStatus: [], intervention: [], role: [] },
  ...{ activityBands: [0, 1], ageBands: [16, 45], suppression: { below: 5, cells: false } },
  goals: [
    {
      ...{ id: 'work', title: titled('Arbete'), target: { atLeast: 0.35 } },
      indicator: { population: 'exits', measure: 'share', of: "{exitStatus} = 'employed'" },
    },
  ],
};
export const figures = (numerator: number, denominator: number) => ({
  ...{ value: numerator / denominator, numerator, denominator, missing: 0, n: null, mean: null, sd: null },
  ...{ ci95: [0.1, 0.6], responseRate: null },
});
export const result = {
  ...{ id: 'work', title: titled('Arbete'), measure: 'share', target: { atLeast: 0.35 }, status: 'met', verdict: null },
  ...{ ...figures(8, 20), warnings: [], suppressed: false, groups: [] },
};
export const head = { programme: 'cresco-plus', computedAt: '2025-06-14T10:00:00Z', as: 'evaluator' };
