// What keeps a draft from being published.
import { checkSource, type SourceCheck } from '../../domain/surveys/check.ts';
import { statedIn, usedOf } from '../../domain/surveys/comparability/declarations.ts';
import { impossibleIn } from '../../domain/surveys/comparability/judgeDraft.ts';
import { withDeclared } from '../../domain/surveys/comparability/published.ts';
import { compareVersions, type Declared, lastAskedIn, type QuestionComparison } from '../../domain/surveys/compare.ts';
import { type AnyDefinition, textIn } from '../../domain/surveys/definition.ts';
import { type ReusedCode, reusedCodes } from '../../domain/surveys/review/reusedCodes.ts';
import { notValid, problem } from '../../problems.ts';
import type { SurveyVersion } from '../../store/surveys.ts';

/** @throws Problem 422 with every error and its path in the source */
export function getWhole({ definition, problems }: SourceCheck): AnyDefinition {
  if (definition) return definition;
  const errors = problems
    .filter((each) => each.severity === 'error')
    .map(({ path, code, message }) => ({ field: path, code, detail: message }));
  return problem('survey-not-valid', errors[0] && `${errors[0].field}: ${errors[0].detail}`, { errors });
}

interface Publishable {
  definition: AnyDefinition;
  comparison: QuestionComparison[];
}

/**
 * @param given how questions compare, in place of what they say themselves
 * @returns the definition with what was said of its questions and used
 * @throws Problem 422
 */
export function getPublishable(source: string, versions: readonly SurveyVersion[], given?: Declared): Publishable {
  const earlier = versions.map((each) => each.definition);
  const whole = getWhole(checkSource(source, earlier));
  const declared = given ?? usedOf(statedIn(whole, earlier));
  const latest = earlier.at(-1);
  const comparison = latest ? compareVersions(latest, whole, declared, lastAskedIn(earlier)) : [];
  const stranger = Object.keys(declared).find((name) => !comparison.some((each) => each.question === name));
  if (stranger !== undefined)
    notValid(`declared.${stranger}`, 'unknown-question', 'neither version has this question; leave it out');
  for (const name of impossibleIn(whole, earlier, declared))
    notValid(`declared.${name}`, 'other-kind', 'answers of another kind cannot be counted together; leave it out');
  const fine = new Set(comparison.flatMap((each) => (each.status === 'comparable' ? [each.question] : [])));
  refuseReused(reusedCodes(earlier, whole).filter((each) => !fine.has(each.question)));
  return { definition: withDeclared(whole, earlier, comparison, declared), comparison };
}

/** @throws Problem 422 */
function refuseReused(reused: readonly ReusedCode[]): void {
  const errors = reused.map(({ question, code, version, was, is }) => ({
    ...{ field: `declared.${question}`, code: 'code-reused' },
    detail: `"${code}" meant "${textIn(was, 'sv')}" in version ${version} and would mean "${textIn(is, 'sv')}": give it a code of its own, or declare that the question is comparable`,
  }));
  if (errors[0]) problem('survey-not-valid', `${errors[0].field}: ${errors[0].detail}`, { errors });
}
