import type { DraftComparison } from '../../../server/contract/questionComparison.ts';
import type { SurveyDraft, SurveySummary } from '../../../server/contract/survey.ts';
import exit from '../../../surveys/exit/v1.json' with { type: 'json' };

export const buildSummary = (overrides: Partial<SurveySummary> = {}): SurveySummary => ({
  name: 'exit',
  programme: null,
  title: { sv: 'Avslutningsenkät', en: 'Exit survey' },
  anonymous: false,
  kind: 'survey',
  draftTexts: 0,
  versions: [
    {
      version: 1,
      publishedAt: '2026-01-05T10:00:00Z',
      publishedBy: 'Stegvis',
      responses: 311,
      comparison: [],
      withdrawn: null,
    },
  ],
  draft: null,
  ...overrides,
});

/** A question of a draft that is changed since version 1, of which nothing is said. */
export const buildChange = (overrides: Partial<DraftComparison> = {}): DraftComparison => {
  const { status = 'notComparable', reasons = ['the Swedish wording changed'] } = overrides;
  return {
    ...{ question: 'feelsBetter', status, reasons, computed: status, against: 1, changes: reasons },
    ...{ canContinue: true, judged: '0123456789abcdef', declaration: null, standing: null },
    ...overrides,
  };
};

export const exitSource = JSON.stringify(exit, null, 2);
export const buildDraft = (overrides: Partial<SurveyDraft> = {}): SurveyDraft => ({
  name: 'exit',
  programme: null,
  source: exitSource,
  revision: 3,
  changedAt: '2026-02-01T10:00:00Z',
  changedBy: 'Kim Exempel',
  problems: [],
  comparison: [],
  reused: [],
  ...overrides,
});
export const exitVersion = (version: number) => ({
  name: 'exit',
  programme: null,
  version,
  publishedAt: '2026-01-05T10:00:00Z',
  definition: exit,
});
