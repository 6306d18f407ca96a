/** Repeating panels (paneldynamic): what stands in one, how many entries, and the name that tells entries apart. */
import { mostEntries } from '../fields/entries.ts';
import { validatorType } from '../fields/validators.ts';
import { type Json, listOf, objectsOf, shown } from '../json.ts';
import type { PlacedQuestion } from './elements.ts';
import { join, objectsAt, type Problems } from './problem.ts';

const notInside: Readonly<Record<string, string>> = {
  paneldynamic: 'a repeating panel cannot stand inside another: put its questions there, or ask them on their own page',
  signaturepad: 'a signature stands once: move it out',
  expression: 'a computed value cannot stand inside a repeating panel: move it out',
};
const prefilled = 'an entry begins empty: a pre-filled answer would be counted as given';
const refused: Readonly<Record<string, string>> = {
  templateVisibleIf: 'use visibleIf on the questions inside',
  defaultPanelValue: prefilled,
  copyDefaultValueFromLastEntry: prefilled,
};

export function checkRepeating({ json, type, path, within }: PlacedQuestion, problems: Problems): void {
  if (within !== undefined) checkInside(json, type, path, problems);
  if (type !== 'paneldynamic' || within !== undefined) return;
  for (const [name, why] of Object.entries(refused))
    if (json[name] !== undefined && json[name] !== false)
      problems.error(join(path, name), 'unsupported-property', `${name} is not supported: ${why}`, [name]);
  if (json.displayMode !== undefined && json.displayMode !== 'list')
    problems.error(join(path, 'displayMode'), 'unsupported-property', 'entries stand below one another: leave it out');
  if (questionsIn(json.templateElements).every((each) => each.type === 'html'))
    problems.error(join(path, 'templateElements'), 'empty-panel', 'put at least one question into the repeating panel');
  checkCounts(json, path, problems);
  checkKey(json, path, problems);
  for (const { json: validator, path: at } of objectsAt(json.validators, join(path, 'validators')))
    if (!['expression', 'answercount'].includes(validatorType(validator)))
      problems.error(
        join(at, 'type'),
        'unsupported-type',
        'of entries only their number and an expression are checked',
      );
}

function checkInside(json: Json, type: string, path: string, problems: Problems): void {
  const why = Object.hasOwn(notInside, type) ? notInside[type] : undefined;
  if (why !== undefined) problems.error(join(path, 'type'), 'not-in-repeating-panel', why);
  if (json.background === true)
    problems.error(join(path, 'background'), 'not-in-repeating-panel', 'the background is asked once: move it out');
}

function checkCounts(json: Json, path: string, problems: Problems): void {
  const isCount = (value: unknown) => Number.isInteger(value) && Number(value) >= 0 && Number(value) <= mostEntries;
  for (const name of ['minPanelCount', 'maxPanelCount', 'panelCount'])
    if (json[name] !== undefined && !isCount(json[name]))
      problems.error(join(path, name), 'invalid-limit', `write ${name} as a whole number from 0 to ${mostEntries}`);
  const least = Number(json.minPanelCount ?? 0);
  const most = Number(json.maxPanelCount ?? mostEntries);
  if (most < Math.max(1, least))
    problems.error(
      join(path, 'maxPanelCount'),
      'invalid-limit',
      'write maxPanelCount as 1 or more, and not below minPanelCount',
    );
  const first = Number(json.panelCount ?? least);
  if (first < least || first > most)
    problems.error(
      join(path, 'panelCount'),
      'invalid-limit',
      'panelCount lies between minPanelCount and maxPanelCount',
    );
}

const singleTypes = ['text', 'comment', 'radiogroup', 'dropdown', 'rating', 'boolean'];

function checkKey({ keyName, templateElements }: Json, path: string, problems: Problems): void {
  if (keyName === undefined || keyName === '') return;
  const found = questionsIn(templateElements).find((each) => each.name === keyName);
  if (!found || !singleTypes.includes(String(found.type)))
    problems.error(
      join(path, 'keyName'),
      'unknown-key',
      `"${shown(keyName)}" names no question with one answer inside this repeating panel`,
      [keyName],
    );
}

function questionsIn(elements: unknown): Json[] {
  return objectsOf(listOf(elements)).flatMap((each) =>
    each.type === 'panel' ? questionsIn(each.elements ?? each.questions) : [each],
  );
}
