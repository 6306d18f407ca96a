// What keeps a draft from being published.
import type { SourceCheck } from '../../domain/surveys/check.ts';
import type { Declared } from '../../domain/surveys/compare.ts';
import type { AnyDefinition } from '../../domain/surveys/definition.ts';
import { textIn } from '../../domain/surveys/definition.ts';
import type { ReusedCode } from '../../domain/surveys/review/reusedCodes.ts';
import { notValid, problem } from '../../problems.ts';
import type { SurveyVersion } from '../../store/surveys.ts';
import { judgeSource } from './present.ts';

/** @throws Problem 422 with every error and its path in the source */
export function getWhole({ definition, problems }: SourceCheck): AnyDefinition {
  if (definition) return definition;
  const errors = problems
    .filter((each) => each.severity === 'error')
    .map(({ path, code, message }) => ({ field: path, code, detail: message }));
  return problem('survey-not-valid', errors[0] && `${errors[0].field}: ${errors[0].detail}`, { errors });
}

/** @throws Problem 422 */
export function getPublishable(source: string, versions: readonly SurveyVersion[], declared: Declared) {
  const { comparison, reused, ...judged } = judgeSource(source, versions, declared);
  const definition = getWhole(judged);
  const stranger = Object.keys(declared).find((name) => !comparison.some((each) => each.question === name));
  if (stranger !== undefined)
    notValid(`declared.${stranger}`, 'unknown-question', 'neither version has this question; leave it out');
  refuseReused(reused);
  return { definition, comparison };
}

/** @throws Problem 422 */
function refuseReused(reused: readonly ReusedCode[]): void {
  const errors = reused.map(({ question, code, version, was, is }) => ({
    ...{ field: `declared.${question}`, code: 'code-reused' },
    detail: `"${code}" meant "${textIn(was, 'sv')}" in version ${version} and would mean "${textIn(is, 'sv')}": give it a code of its own, or declare that the question is comparable`,
  }));
  if (errors[0]) problem('survey-not-valid', `${errors[0].field}: ${errors[0].detail}`, { errors });
}
