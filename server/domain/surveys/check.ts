/** Everything that is wrong with a survey as an administrator writes it, before it can be published. */

import { checkCodes } from './check/codes.ts';
import { checkDeclaration, checkStandings, isAboutDeclaration } from './check/declaration.ts';
import { type Layout, layOut } from './check/elements.ts';
import { checkExpressions } from './check/expressions.ts';
import { checkLimits } from './check/limits.ts';
import { checkLoading } from './check/loading.ts';
import { checkNames } from './check/names.ts';
import { positionsIn } from './check/positions.ts';
import { type DefinitionProblem, join, Problems } from './check/problem.ts';
import { checkProperties } from './check/properties.ts';
import { checkQuestion } from './check/questions.ts';
import { checkReference } from './check/reference.ts';
import { checkSignature } from './check/signature.ts';
import { checkSkips } from './check/skips.ts';
import { checkTexts } from './check/texts.ts';
import { compileSurvey } from './compile.ts';
import { type AnyDefinition, halfNames, type SurveyForm } from './definition.ts';
import { isJsonObject, type Json } from './json.ts';
import { knownNames } from './names.ts';

export type { DefinitionProblem } from './check/problem.ts';
/** `line` and `column` count from 1. */
export type SourceProblem = DefinitionProblem & { line: number; column: number };
export interface SourceCheck {
  /** Undefined while there are errors. */
  definition?: AnyDefinition | undefined;
  /** The same, where nothing is wrong but what questions say of how they compare: that is put right with the comparison at hand. */
  asked?: AnyDefinition | undefined;
  problems: SourceProblem[];
}

const mostQuestions = 2000;
const mostDepth = 40;

/**
 * Empty when all is well. A definition without errors compiles; warnings may be published.
 * @param published oldest first; left out where it is not known what there is to compare with
 */
export function checkDefinition(json: unknown, published?: readonly AnyDefinition[]): DefinitionProblem[] {
  const problems = new Problems();
  if (!isJsonObject(json)) problems.error('', 'wrong-shape', 'a survey is a JSON object');
  else if (isDeep(json, mostDepth)) problems.error('', 'too-deep', `nested more than ${mostDepth} deep`);
  else checkSurvey(json, problems);
  if (published && !hasErrors(problems)) checkStandings(json as AnyDefinition, published, problems);
  return problems.list;
}

const hasErrors = ({ list }: Problems) => list.some(({ severity }) => severity === 'error');

function isDeep(value: unknown, left: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return left === 0 || Object.values(value).some((each) => isDeep(each, left - 1));
}

const isName = (name: unknown) => typeof name === 'string' && /^[a-z0-9][a-z0-9-]{0,63}$/.test(name);
const isVersion = (version: unknown) => Number.isInteger(version) && Number(version) >= 1;

function checkSurvey(json: Json, problems: Problems): void {
  if (!isName(json.name)) problems.error('name', 'invalid-name', 'name is a slug: a-z, 0-9 and hyphen');
  if (!isVersion(json.version)) problems.error('version', 'invalid-version', 'version is a whole number from 1');
  if (typeof json.anonymous !== 'boolean') problems.error('anonymous', 'wrong-shape', 'anonymous is true or false');
  if (!('halves' in json)) {
    checkForm(json, '', problems);
    return;
  }
  const halves = isJsonObject(json.halves) ? json.halves : {};
  for (const half of halfNames) {
    const form = halves[half];
    const path = join('halves', half);
    if (isJsonObject(form)) checkForm(form, path, problems);
    else problems.error(path, 'wrong-shape', `a card has two halves; "${half}" is missing`);
  }
}

function checkForm(form: Json, path: string, problems: Problems): void {
  const layout = layOut(form, path, problems);
  if (layout.questions.length > mostQuestions) {
    problems.error(join(path, 'pages'), 'too-many-questions', `a survey has at most ${mostQuestions} questions`);
    return;
  }
  if (layout.questions.length === 0) problems.error(join(path, 'pages'), 'no-questions', 'ask at least one question');
  checkProperties(form, path, layout, problems);
  if (path !== '') checkOfCard(layout, problems);
  checkNames(layout.questions, problems);
  for (const question of layout.questions) {
    checkQuestion(question, form, problems);
    checkLimits(question, form, problems);
    checkReference(question, problems);
    checkDeclaration(question, problems);
    if (question.type === 'signaturepad') checkSignature(question, form.anonymous === true, problems);
  }
  checkSkips(form, path, { known: knownNames(layout.questions.map((each) => each.json)) }, problems);
  checkExpressions(layout, problems);
  checkCodes(form, path, layout, problems);
  checkLoading(form, path, problems);
  checkTexts(form, path, layout, problems);
  if (!hasErrors(problems)) tryCompile(form, path, problems);
}

/** A card's answers are numbers that are compared from one card to the next. */
function checkOfCard({ questions }: Layout, problems: Problems): void {
  const words: Readonly<Record<string, string>> = { paneldynamic: 'repeating panels', signaturepad: 'signatures' };
  for (const { type, path } of questions) {
    const what = Object.hasOwn(words, type) ? words[type] : undefined;
    if (what) problems.error(join(path, 'type'), 'not-in-card', `a progression card has no ${what}: use a survey`);
  }
}

/** The last word: what passed all checks must compile, whatever the checks overlooked. */
function tryCompile(form: Json, path: string, problems: Problems): void {
  try {
    compileSurvey(form as unknown as SurveyForm);
  } catch (error) {
    problems.error(path, 'does-not-compile', error instanceof Error ? error.message : 'cannot be compiled');
  }
}

/** A draft gets its name and number when it is published, whatever it says: what another service made has neither. */
function withHead(json: unknown): unknown {
  if (!isJsonObject(json)) return json;
  return {
    ...json,
    name: isName(json.name) ? json.name : 'draft',
    version: isVersion(json.version) ? json.version : 1,
  };
}

/** For an editor: problems with their place in the text. `definition` only when there is no error. @param published as of checkDefinition */
export function checkSource(text: string, published?: readonly AnyDefinition[]): SourceCheck {
  const source = positionsIn(text);
  if (source.error)
    return {
      problems: [
        {
          severity: 'error',
          path: '',
          code: 'invalid-json',
          message: source.error.message,
          ...source.place(source.error.offset),
        },
      ],
    };
  const json = withHead(source.value);
  const found = [...source.duplicates, ...checkDefinition(json, published)];
  const problems = found.map((problem) => ({ ...problem, ...source.place(source.offsetOf(problem.path)) }));
  const errors = problems.filter(({ severity }) => severity === 'error');
  const definition = json as AnyDefinition;
  if (errors.length === 0) return { definition, asked: definition, problems };
  return { asked: errors.every(isAboutDeclaration) ? definition : undefined, problems };
}
