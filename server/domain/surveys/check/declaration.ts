/** What a question says of how it compares: that it is written whole, and whether it still holds against what is published. */
import { type Standing, type Stated, statedIn } from '../comparability/declarations.ts';
import { keyOf } from '../comparability/measured.ts';
import { type AnyDefinition, formsOf, halfNames, isCard, type QuestionDefinition } from '../definition.ts';
import { isJsonObject, type Json, shown } from '../json.ts';
import { findKind } from '../questions.ts';
import { layOut, type PlacedQuestion } from './elements.ts';
import { type DefinitionProblem, join, Problems } from './problem.ts';
import type { ProblemCode } from './problemCodes.ts';

export const isAboutDeclaration = ({ path }: DefinitionProblem): boolean => /\.comparableWith(\.\w+)?$/.test(path);

const longestReason = 2000;
const known = ['version', 'comparable', 'reason', 'judged', 'question'];

export function checkDeclaration({ json, path, within }: PlacedQuestion, problems: Problems): void {
  const { comparableWith: said, name } = json;
  if (said === undefined) return;
  const at = join(path, 'comparableWith');
  if (within !== undefined || findKind(json as unknown as QuestionDefinition) === undefined)
    problems.error(at, 'unsupported-property', 'only a question that is counted by itself is compared: leave it out');
  else if (!isJsonObject(said) || !isWhole(said))
    problems.error(
      at,
      'wrong-shape',
      'comparableWith is { "version": 1, "comparable": true, "reason": "why", "judged": "..." }; judged stands in the comparison of the draft',
    );
  else {
    checkReason(said.reason, join(at, 'reason'), problems);
    if (said.question !== undefined && said.question !== name)
      problems.error(join(at, 'question'), 'declaration-question', otherName(shown(said.question)));
  }
}

const otherName = (name: string) =>
  `answers are counted under the name of their question: give it the name "${name}" back, or leave comparableWith out and a series of its own begins`;

function isWhole(said: Json): boolean {
  return (
    Object.keys(said).every((name) => known.includes(name)) &&
    Number.isInteger(said.version) &&
    Number(said.version) >= 1 &&
    typeof said.comparable === 'boolean' &&
    typeof said.reason === 'string' &&
    typeof said.judged === 'string' &&
    said.judged !== ''
  );
}

function checkReason(reason: unknown, at: string, problems: Problems): void {
  const { length } = String(reason).trim();
  if (length === 0) problems.error(at, 'declaration-reason', 'say why: the reason is kept with the version');
  if (length > longestReason)
    problems.error(at, 'declaration-reason', `write at most ${longestReason} characters, not ${length}`);
}

type Finding = [severity: 'error' | 'warning', code: ProblemCode, message: (stated: Stated) => string];
const anew = 'say anew how it compares, or leave comparableWith out';
const findings: Readonly<Record<Exclude<Standing, 'used'>, Finding>> = {
  first: ['warning', 'declaration-first', () => 'nothing is published to compare with: leave comparableWith out'],
  unknown: [
    'error',
    'declaration-version',
    ({ declaration }) => `no version ${declaration.version} is published: ${anew}`,
  ],
  notAsked: [
    'error',
    'declaration-question',
    ({ declaration }) =>
      `version ${declaration.version} asks no question of this name: give it back the name it had there, or leave comparableWith out`,
  ],
  otherKind: [
    'error',
    'declaration-kind',
    () =>
      'answers of another kind cannot be counted together: leave comparableWith out, or give the question a new name',
  ],
  older: [
    'warning',
    'declaration-older',
    ({ declaration }) =>
      `is about version ${declaration.version}, and a later one asks the question too: not used; ${anew}`,
  ],
  outdated: [
    'warning',
    'declaration-outdated',
    () => `is about another wording than the one that stands here now: not used; ${anew}`,
  ],
  needless: [
    'warning',
    'declaration-needless',
    ({ declaration }) => `nothing is changed since version ${declaration.version}: not used; leave comparableWith out`,
  ],
};

/** Of a survey without errors. @param published oldest first */
export function checkStandings(
  definition: AnyDefinition,
  published: readonly AnyDefinition[],
  problems: Problems,
): void {
  const stated = statedIn(definition, published);
  if (stated.size === 0) return;
  for (const [question, path] of placesOf(definition)) {
    const own = stated.get(question);
    if (!own || own.standing === 'used') continue;
    const [severity, code, message] = findings[own.standing];
    problems[severity](join(path, 'comparableWith'), code, message(own));
  }
}

function placesOf(definition: AnyDefinition): [question: string, path: string][] {
  return formsOf(definition).flatMap((form, at) => {
    const half = isCard(definition) ? halfNames[at] : undefined;
    const { questions } = layOut(form, half ? join('halves', half) : '', new Problems());
    const counted = questions.filter(({ within }) => within === undefined);
    return counted.map(({ json, path }): [string, string] => [keyOf(String(json.name), half), path]);
  });
}
