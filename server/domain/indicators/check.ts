// What is wrong with a goal, said when it is saved or imported: never an empty result later.
import { type Names, namesOf } from '../answers/names.ts';
import { checkExpression, unknownName } from '../expressions/check.ts';
import { parseExpression } from '../expressions/parse.ts';
import { ExpressionError } from '../expressions/syntax.ts';
import type { Goal, Indicator, Population, Programme, Target } from '../programme/schema.ts';
import type { AnyDefinition } from '../surveys/definition.ts';
import { variablesOf } from './groups.ts';
import { termsOf } from './prepare.ts';

/** Where in the goal, as `indicator.of`, and what to do about it. */
export interface GoalProblem {
  path: string;
  message: string;
}

/** @param surveys every version of every survey the programme may use; @returns none when the goal can be counted */
export function checkGoal(programme: Programme, surveys: readonly AnyDefinition[], goal: Goal): GoalProblem[] {
  return [
    ...checkIndicator(programme, surveys, goal.indicator),
    ...checkTargets(programme, goal),
    ...checkGroupTargets(programme, goal),
  ];
}

function checkIndicator(programme: Programme, surveys: readonly AnyDefinition[], indicator: Indicator): GoalProblem[] {
  const { population, survey, wave, measure, of, where, reach } = indicator;
  if (measure === 'judged') return [];
  if (population === undefined) return [{ path: 'indicator.population', message: 'say which rows are counted' }];
  const outside: GoalProblem[] = [];
  if (population !== 'responses' && survey !== undefined)
    outside.push({ path: 'indicator.survey', message: `${population} are not of a survey: leave it out` });
  if (wave !== undefined) outside.push(...checkWave(programme, indicator, 'indicator.wave', wave));
  const names = namesOf(programme, surveys, population, survey);
  if (!names) return [...outside, { path: 'indicator.survey', message: unknownSurvey(surveys, survey) }];
  const expressions = where === undefined ? [] : at('indicator.where', checkText(where, names));
  const own = checkOf('indicator.of', measure, of, names);
  const within = reach ? checkOf('indicator.reach.of', reach.measure, reach.of, names) : [];
  if (reach && ('judged' in reach.target || 'aboveWave' in reach.target))
    within.push({ path: 'indicator.reach.target', message: 'must be a number, such as {"atLeast": 0.8}' });
  if (reach?.measure === 'meanChange' && population !== 'assessed')
    within.push({ path: 'indicator.population', message: 'meanChange counts assessed' });
  return [...outside, ...expressions, ...own, ...within];
}

function unknownSurvey(surveys: readonly AnyDefinition[], survey: string | undefined): string {
  const known = [...new Set(surveys.map((each) => each.name))].join(', ');
  return survey === undefined ? `say which survey: ${known}` : `there is no survey "${survey}"; there are ${known}`;
}

function checkOf(path: string, measure: Indicator['measure'], of: Indicator['of'], names: Names): GoalProblem[] {
  if (of === undefined) {
    const needed = measure === 'share' || measure === 'mean' || measure === 'meanChange';
    return needed ? [{ path, message: `needed for measure ${measure}` }] : [];
  }
  if (measure === 'shareOfSites') return [{ path, message: 'shareOfSites counts by reach: leave it out' }];
  if (measure === 'mean' || measure === 'meanChange') return at(path, checkTerms(measure, of, names));
  if (typeof of !== 'string') return [{ path, message: `measure ${measure} takes one expression, not a list` }];
  return at(path, checkText(of, names));
}

function checkTerms(measure: 'mean' | 'meanChange', of: string | string[], names: Names): string[] {
  return termsOf({ measure, of }).flatMap((term) => {
    const whole = /^\{([^{}]*)\}$/.exec(term)?.[1];
    if (whole === undefined)
      return measure === 'mean' ? checkText(term, names) : [`"${term}" is not a question's name`];
    const type = names.get(whole);
    if (type === undefined) return [unknownName(whole.replace(/\.change$/, ''), questionsIn(names, measure))];
    return type === 'number' ? [] : [`"${whole}" is not a number: a mean cannot be taken of it`];
  });
}

function questionsIn(names: Names, measure: 'mean' | 'meanChange'): string[] {
  const numbers = [...names].filter(([, type]) => type === 'number').map(([name]) => name);
  if (measure === 'mean') return numbers;
  return numbers.filter((name) => name.endsWith('.change')).map((name) => name.replace(/\.change$/, ''));
}

/** An expression against the names of a population. */
export function checkText(text: string, names: Names): string[] {
  try {
    return checkExpression(parseExpression(text), names);
  } catch (error) {
    if (error instanceof ExpressionError) return [error.message];
    throw error;
  }
}

const at = (path: string, messages: string[]): GoalProblem[] => messages.map((message) => ({ path, message }));

function checkWave({ waves }: Programme, indicator: Indicator, path: string, wave: string): GoalProblem[] {
  const { population, survey } = indicator;
  if (population !== ('responses' satisfies Population)) return [{ path, message: 'only responses belong to a wave' }];
  const known = waves.filter((each) => each.survey === survey).map((each) => each.slug);
  if (known.includes(wave)) return [];
  return [{ path, message: `"${wave}" is not a wave of ${survey}; its waves are ${known.join(', ') || 'none'}` }];
}

function checkTarget(programme: Programme, goal: Goal, path: string, target: Target): GoalProblem[] {
  if ('aboveWave' in target) return checkWave(programme, goal.indicator, `${path}.aboveWave`, target.aboveWave);
  if ('between' in target && target.between[0] > target.between[1])
    return [{ path: `${path}.between`, message: 'the lower end comes first' }];
  if ('judged' in target && goal.indicator.measure !== 'judged')
    return [{ path, message: `measure ${goal.indicator.measure} is counted: give its target as a number` }];
  if (goal.indicator.measure === 'judged' && !('judged' in target))
    return [{ path, message: 'a judged goal has no number: give its target as {"judged": "..."}' }];
  return [];
}

function checkTargets(programme: Programme, goal: Goal): GoalProblem[] {
  const { target, siteTargets = {} } = goal;
  const sites = programme.sites.map((site) => site.slug);
  const own = target ? checkTarget(programme, goal, 'target', target) : [];
  const bySite = Object.entries(siteTargets).flatMap(([site, each]) => {
    const path = `siteTargets.${site}`;
    if (!sites.includes(site)) return [{ path, message: `"${site}" is not a site; the sites are ${sites.join(', ')}` }];
    return checkTarget(programme, goal, path, each);
  });
  return [...own, ...bySite];
}

function checkGroupTargets(programme: Programme, goal: Goal): GoalProblem[] {
  const known = variablesOf(programme);
  return (goal.groupTargets ?? []).flatMap(({ by, target }, place) => {
    const path = `groupTargets.${place}`;
    const unknown = Object.keys(by).filter((name) => !known.includes(name));
    return [
      ...unknown.map((name) => ({ path: `${path}.by.${name}`, message: unknownName(name, known) })),
      ...checkTarget(programme, goal, `${path}.target`, target),
    ];
  });
}
