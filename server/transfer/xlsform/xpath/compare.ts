import { NotTranslatable } from './notTranslatable.ts';
import type { Comparison } from './parse.ts';
import { answered, type Piece, quoted, unanswered, within } from './piece.ts';
import type { Subject } from './subject.ts';

const operators: Readonly<Record<Comparison, string>> = {
  '=': '=',
  '!=': '<>',
  '<': '<',
  '<=': '<=',
  '>': '>',
  '>=': '>=',
};
const turned: Readonly<Record<Comparison, Comparison>> = {
  '=': '=',
  '!=': '!=',
  '<': '>',
  '<=': '>=',
  '>': '<',
  '>=': '<=',
};

/** @throws NotTranslatable where the two would be compared otherwise than XPath does */
export function compare(operator: Comparison, left: Piece, right: Piece): Piece {
  if (right.subject && left.literal !== undefined) return compare(turned[operator], right, left);
  if (left.subject && right.literal !== undefined) return withLiteral(operator, left.subject, right.literal);
  if (left.subject?.kind === 'several' || right.subject?.kind === 'several')
    throw new NotTranslatable('a multiple choice is asked with selected() or count-selected()');
  return guarded(operator, left, right);
}

function guarded(operator: Comparison, left: Piece, right: Piece): Piece {
  const text = `${within(left, 3)} ${operators[operator]} ${within(right, 3)}`;
  const needs = [...(left.needs ?? []), ...(right.needs ?? [])];
  if (needs.length === 0) return condition(text);
  // XPath: an empty answer makes a sum no number, which is unequal to everything and never more or less.
  if (operator === '!=') return { text: `${unanswered(needs)} or ${text}`, is: 'condition', strength: 0 };
  return { text: `${answered(needs)} and ${text}`, is: 'condition', strength: 1 };
}

function withLiteral(operator: Comparison, subject: Subject, literal: string): Piece {
  const name = `{${subject.name}}`;
  const isEquality = operator === '=' || operator === '!=';
  if (literal === '' && isEquality) return condition(`${name} ${operator === '=' ? 'empty' : 'notempty'}`);
  if (subject.kind === 'several') {
    if (!isEquality) throw new NotTranslatable('a multiple choice is asked with selected() or count-selected()');
    const list = literal.split(/\s+/).map((code) => quoted(String(codeOf(subject, code))));
    return condition(`${name} ${operators[operator]} [${list.join(', ')}]`);
  }
  if (subject.kind === 'moment' && !/^\d/.test(literal)) throw new NotTranslatable(`"${literal}" is no date or time`);
  return condition(`${name} ${operators[operator]} ${literalFor(subject, literal)}`);
}

function literalFor(subject: Subject, literal: string): string {
  const code = codeOf(subject, literal);
  if (typeof code === 'number') return String(code);
  const isNumeral = /^-?\d+(\.\d+)?$/.test(literal);
  const isNumber = subject.kind === 'number' || subject.kind === 'computed';
  return isNumber && isNumeral ? String(Number(literal)) : quoted(code);
}

/** The value that our survey has for one of the sheet choices. */
export function codeOf({ codes }: Subject, value: string): string | number {
  return codes?.get(value) ?? value;
}

const condition = (text: string): Piece => ({ text, is: 'condition', strength: 2 });
