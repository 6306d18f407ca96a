// How a goal is counted, from its definition, in words that a steering group can check.
import { parseExpression } from '../../domain/expressions/parse.ts';
import type { Goal, Programme } from '../../domain/programme/schema.ts';
import type { FrozenSurvey } from '../../domain/snapshots/content.ts';
import { textIn } from '../../domain/surveys/definition.ts';
import { conditionText } from './condition.ts';
import type { FigureWords } from './figures.ts';
import { fill, type Language, reportTexts, titleIn } from './text/languages.ts';
import { vocabulary } from './vocabulary.ts';

/** What a term says and what stands beside it. */
export type Facts = [term: string, text: string][];
interface Given {
  programme: Programme;
  surveys: readonly FrozenSurvey[];
  language: Language;
  words: FigureWords;
}

export function howCounted(goal: Goal, { programme, surveys, language, words }: Given): Facts {
  const text = reportTexts[language];
  const { indicator } = goal;
  const { measure, population, reach } = indicator;
  const names = vocabulary(programme, definitionsFor(goal, surveys), language, words);
  const said = (expression: string) => conditionText(parseExpression(expression), names, text) ?? expression;
  const listed = (of: string | string[]) => [of].flat().map(names.name).join('; ');
  const facts: Facts = [];
  if (goal.description) facts.push([text.description, titleIn(goal.description, language)]);
  if (population) facts.push([text.who, whoText(goal, { programme, surveys, language })]);
  if (indicator.where) facts.push([text.onlyThose, said(indicator.where)]);
  facts.push([text.measure, text[`${measure}Measure`]]);
  if (measure === 'share' && typeof indicator.of === 'string') facts.push([text.condition, said(indicator.of)]);
  if (measure === 'share') facts.push([text.dividedBy, isOverAll(indicator) ? text.baseAll : text.baseAnswered]);
  if ((measure === 'mean' || measure === 'meanChange') && indicator.of)
    facts.push([text.questions, listed(indicator.of)]);
  if (reach) {
    const target = words.target(reach.measure, reach.target);
    facts.push([text.siteReaches, fill(text.siteReachesWhen, { measure: text[`${reach.measure}Word`], target })]);
    if (typeof reach.of === 'string') facts.push([text.condition, said(reach.of)]);
  }
  if (goal.near) facts.push([text.nearBy, fill(text.nearText, { value: words.precise(measure, goal.near) })]);
  const targets = groupTargets(goal, words);
  if (targets) facts.push([text.groupTargets, targets]);
  return facts;
}

/** As the counting has it: of enrolments and exits all, else those who answered (interface.md, "Base"). */
function isOverAll({ base, population }: Goal['indicator']): boolean {
  return base === undefined ? population === 'enrolments' || population === 'exits' : base === 'all';
}

/** Newest version last, so that its wording is the one that is quoted. */
function definitionsFor({ indicator }: Goal, surveys: readonly FrozenSurvey[]) {
  const own = surveys.filter(({ name, definition }) =>
    indicator.population === 'assessed' ? 'halves' in definition : name === indicator.survey,
  );
  return own.map((each) => each.definition);
}

function whoText({ indicator }: Goal, { programme, surveys, language }: Omit<Given, 'words'>): string {
  const text = reportTexts[language];
  const { population = 'enrolments', survey, wave } = indicator;
  if (population !== 'responses') return text[population];
  const definition = surveys.findLast((each) => each.name === survey)?.definition;
  const title = textIn(definition?.title, language) ?? survey ?? '';
  const found = programme.waves.find((each) => each.slug === wave && each.survey === survey);
  const values = { survey: title, wave: found ? titleIn(found.title, language) : (wave ?? '') };
  return fill(wave === undefined ? text.responses : text.responsesInWave, values);
}

/** Equal ones are said once: 'minst 60: Östad, Västad'. */
function groupTargets({ indicator, siteTargets = {}, groupTargets: own = [] }: Goal, words: FigureWords): string {
  const together = new Map<string, string[]>();
  const add = (name: string, target: string) => together.set(target, [...(together.get(target) ?? []), name]);
  for (const { by, target } of own) {
    const key = Object.fromEntries(Object.entries(by).map(([name, value]) => [name, plainValue(value)]));
    add(words.group(key), words.target(indicator.measure, target));
  }
  for (const [site, target] of Object.entries(siteTargets))
    add(words.group({ site }), words.target(indicator.measure, target));
  return [...together].map(([target, names]) => `${target}: ${names.join(', ')}`).join('; ');
}

const plainValue = (value: string | number | boolean) => (typeof value === 'boolean' ? String(value) : value);
