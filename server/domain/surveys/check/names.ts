/** Names that a question may not have, and where they are taken. */
import { backgroundNames } from '../background.ts';
import { shown } from '../json.ts';
import type { PlacedQuestion } from './elements.ts';
import { join, type Problems } from './problem.ts';

/** Columns of the programme folder and names of the expression language. */
const columns = [
  'response',
  'version',
  'enrolment',
  'wave',
  'submittedAt',
  'site',
  'gender',
  'birthYear',
  'age',
  'ageBand',
  'bornAbroad',
  'referrer',
  'role',
  'language',
  'mode',
  'start',
  'end',
  'days',
  'person',
  'coordinator',
];
/** survey-core's own variables. */
const variables = [
  'survey',
  'self',
  'parent',
  'item',
  'choice',
  'row',
  'column',
  'panel',
  'length',
  'locale',
  'pageno',
  'pagecount',
  'correctedanswers',
  'correctanswers',
  'correctedanswercount',
  'incorrectedanswers',
  'incorrectanswers',
  'incorrectedanswercount',
  'questioncount',
];
const pattern = /^[A-Za-z][A-Za-z0-9_]{0,63}$/;

export function checkName(name: unknown, path: string, problems: Problems): name is string {
  if (typeof name === 'string' && pattern.test(name)) return true;
  problems.error(
    path,
    'invalid-name',
    `"${shown(name ?? '')}" is no name: use a letter, then letters, digits or _ (no dots), at most 64`,
    [name ?? ''],
  );
  return false;
}

export function checkNames(questions: readonly PlacedQuestion[], problems: Problems): void {
  const taken = new Map<string, string>();
  for (const { json, path } of questions) {
    const at = join(path, 'name');
    if (!checkName(json.name, at, problems)) continue;
    const lower = json.name.toLowerCase();
    const other = taken.get(lower);
    if (other !== undefined)
      problems.error(
        at,
        'duplicate-name',
        `"${json.name}" stands already at ${other}; names differ by more than case`,
        [json.name],
      );
    taken.set(lower, path);
    checkReserved(json.name, json.background === true, at, problems);
  }
}

function checkReserved(name: string, isBackground: boolean, at: string, problems: Problems): void {
  const isBackgroundName = backgroundNames.some((each) => each === name);
  if (isBackground && !isBackgroundName)
    problems.error(
      at,
      'reserved-name',
      `a background question is one of ${backgroundNames.join(', ')}, not "${name}"`,
      [name],
    );
  if (isBackground && isBackgroundName) return;
  const isTaken = columns.includes(name) || variables.includes(name.toLowerCase()) || name in Object.prototype;
  if (isTaken)
    problems.error(
      at,
      'reserved-name',
      `"${name}" is taken by the background or by the expression language: choose another`,
      [name],
    );
}
