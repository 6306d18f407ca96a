import { type Names, namesOf } from '../answers/names.ts';
import { unknownName } from '../expressions/check.ts';
import { parseExpression } from '../expressions/parse.ts';
import { ExpressionError, namesIn } from '../expressions/syntax.ts';
import type { Programme } from '../programme/schema.ts';
import type { AnyDefinition } from '../surveys/definition.ts';
import { checkText } from './check.ts';

/**
 * A filter over all goals of a programme. It must fit the names of at least one population that the goals count; goals whose
 * population lacks a name in it count nothing and say `filterNotApplicable`.
 * @returns problems in plain words
 */
export function checkWhere(programme: Programme, surveys: readonly AnyDefinition[], where: string): string[] {
  const populations = programme.goals.flatMap(({ indicator: { population, survey } }): Names[] => {
    const names = population && namesOf(programme, surveys, population, survey);
    return names ? [names] : [];
  });
  const known = new Map(populations.flatMap((names) => [...names]));
  const names = findNames(where);
  if (typeof names === 'string') return [names];
  const unknown = names.filter((name) => !known.has(name));
  if (unknown.length > 0) return unknown.map((name) => unknownName(name, known.keys()));
  const fitting = populations.filter((each) => names.every((name) => each.has(name)));
  if (fitting.length === 0) return [`no goal counts rows that have all of ${names.join(', ')}`];
  return [...new Set(fitting.flatMap((each) => checkText(where, each)))];
}

function findNames(where: string): string[] | string {
  try {
    return namesIn(parseExpression(where));
  } catch (error) {
    if (error instanceof ExpressionError) return error.message;
    throw error;
  }
}
