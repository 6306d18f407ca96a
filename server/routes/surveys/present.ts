// Surveys, versions and drafts as an administrator sees them.
import type { SurveyDraft, SurveySummary } from '../../contract/survey.ts';
import { checkSource } from '../../domain/surveys/check.ts';
import { judgeDraft } from '../../domain/surveys/comparability/judgeDraft.ts';
import { withoutDeclarations } from '../../domain/surveys/comparability/published.ts';
import type { Text } from '../../domain/surveys/definition.ts';
import { headOf, headOfSource } from '../../domain/surveys/head.ts';
import { reusedCodes } from '../../domain/surveys/review/reusedCodes.ts';
import { countResponsesByVersion } from '../../store/responses.ts';
import type { SurveyDraft as StoredDraft } from '../../store/surveyDrafts.ts';
import type { SurveyVersion } from '../../store/surveys.ts';
import type { Withdrawal } from '../../store/surveyWithdrawals.ts';

/** Counts below this are not told: of an anonymous survey they could point somebody out. */
const fewest = 5;

export const inLanguages = (text: Text): Record<string, string> =>
  typeof text === 'string' ? { sv: text } : { ...text };

export async function surveySummary(
  versions: readonly SurveyVersion[],
  draft: StoredDraft | undefined,
  withdrawals: readonly Withdrawal[],
): Promise<SurveySummary | undefined> {
  const latest = versions.at(-1);
  const head = latest ?? draft;
  if (!head) return undefined;
  const counts = await countResponsesByVersion(head.programme, head.name);
  const { title, ...rest } = latest ? headOf(latest.definition) : headOfSource(draft?.source ?? '');
  return {
    name: head.name,
    programme: head.programme,
    title: title ?? { sv: head.name },
    ...rest,
    versions: versions.map(({ version, publishedAt, publishedBy, comparison }) => {
      const count = counts.get(version) ?? 0;
      const responses = count > 0 && count < fewest ? null : count;
      const withdrawn = withdrawals.find((each) => each.name === head.name && each.version === version) ?? null;
      return { version, publishedAt, publishedBy, responses, comparison, withdrawn };
    }),
    draft: draft ? { revision: draft.revision, changedAt: draft.changedAt, changedBy: draft.changedBy } : null,
  };
}

/** What is wrong with it, and what would be published if nobody changed it further. @param versions oldest first */
export function judgeSource(source: string, versions: readonly SurveyVersion[]) {
  const earlier = versions.map((each) => each.definition);
  const { definition, asked, problems } = checkSource(source, earlier);
  if (!asked) return { definition, problems, comparison: [], reused: [] };
  const comparison = judgeDraft(asked, earlier);
  const fine = new Set(comparison.flatMap((each) => (each.computed === 'comparable' ? [each.question] : [])));
  const reused = reusedCodes(earlier, asked).filter((each) => !fine.has(each.question));
  return { definition, asked, problems, comparison, reused };
}

export function presentDraft(draft: StoredDraft, versions: readonly SurveyVersion[]): SurveyDraft {
  const { name, programme, source, revision, changedAt, changedBy } = draft;
  const { problems, comparison, reused } = judgeSource(source, versions);
  return { ...{ name, programme, source, revision, changedAt, changedBy, problems, comparison, reused } };
}

/** No draft yet: the latest version's JSON to start from, without what was said of how that version compares. */
export function presentNoDraft(
  latest: SurveyVersion,
  versions: readonly SurveyVersion[],
  revision: number,
): SurveyDraft {
  const { name, programme, definition } = latest;
  const source = JSON.stringify(withoutDeclarations(definition), null, 2);
  const { problems, comparison, reused } = judgeSource(source, versions);
  return {
    ...{ name, programme, source, revision, changedAt: null, changedBy: null, problems, comparison, reused },
  };
}
