/** What is wrong with a shared question: all that would be wrong with it in a survey, and what only a survey may say. */

import { type DefinitionProblem, join, Problems } from '../check/problem.ts';
import { checkDefinition } from '../check.ts';
import type { QuestionDefinition } from '../definition.ts';
import type { Json } from '../json.ts';
import { findKind } from '../questions.ts';
import { localProperties, placeInSurvey, surveyOf } from './item.ts';

const root = 'question';
const longest = 1_000_000;

/** Paths begin with `question`. */
export function checkItem(question: Json): DefinitionProblem[] {
  const own = new Problems();
  if (JSON.stringify(question).length > longest)
    own.error(root, 'too-large', 'a question is at most 1 MB: use smaller pictures');
  if (question.type === 'panel' || question.type === 'html')
    own.error(join(root, 'type'), 'unsupported-type', 'an item is one question that is answered: no group, no text');
  for (const name of localProperties)
    if (question[name] !== undefined)
      own.error(join(root, name), 'unsupported-property', `${name} belongs to the survey that asks: leave it out`);
  if (own.list.length > 0) return own.list;
  const found = checkDefinition(surveyOf(question)).map((each) => ({ ...each, path: ownPath(each.path) }));
  const isSilent = findKind(question as unknown as QuestionDefinition) === undefined;
  if (isSilent && !found.some(({ severity }) => severity === 'error'))
    own.error(join(root, 'type'), 'unsupported-type', 'an item is one question that is answered');
  return [...found, ...own.list];
}

function ownPath(path: string): string {
  return path.startsWith(placeInSurvey) ? root + path.slice(placeInSurvey.length) : root;
}

export const hasErrors = (problems: readonly DefinitionProblem[]): boolean =>
  problems.some(({ severity }) => severity === 'error');
