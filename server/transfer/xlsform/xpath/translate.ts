// XLSForm's expressions as SurveyJS's. What has no exact counterpart is refused with a reason, never guessed.
import { columnName } from '../columns.ts';
import { type Call, call } from './calls.ts';
import { compare } from './compare.ts';
import { NotTranslatable } from './notTranslatable.ts';
import { type Node, parseXpath, type Reckoning } from './parse.ts';
import { needsOf, negated, numeral, type Piece, quoted, settled, single, truth, within } from './piece.ts';
import type { Subject, Surroundings } from './subject.ts';

/** @throws NotTranslatable */
export function translateCondition(source: string, surroundings: Surroundings): string {
  return conditionOf(parseXpath(source), surroundings).text;
}

/** One that is asked with the cells of many choices is read once. @throws NotTranslatable */
export function filterFrom(source: string): (surroundings: Surroundings) => string {
  const node = parseXpath(source);
  return (surroundings) => conditionOf(node, surroundings).text;
}

/** The value of a calculation. @throws NotTranslatable */
export function translateValue(source: string, surroundings: Surroundings): string {
  return settled(pieceOf(parseXpath(source), surroundings));
}

export function conditionOf(node: Node, around: Surroundings): Piece {
  if (node.kind === 'logic') {
    const strength = node.operator === 'or' ? 0 : 1;
    // One step more on either side, so that a reader need not know that "and" goes before "or".
    const side = (part: Node) => {
      const piece = conditionOf(part, around);
      return piece.strength === strength || piece.strength >= 2 ? piece.text : `(${piece.text})`;
    };
    return { text: `${side(node.left)} ${node.operator} ${side(node.right)}`, is: 'condition', strength };
  }
  if (node.kind === 'comparison') return comparison(node, around);
  if (node.kind === 'number') return truth(Number(node.text) !== 0);
  const piece = node.kind === 'call' ? called(node, around) : pieceOf(node, around);
  if (piece.is === 'condition') return piece;
  if (piece.subject && piece.subject.kind !== 'computed')
    return { text: `${piece.text} notempty`, is: 'condition', strength: 2 };
  throw new NotTranslatable('a value stands where a condition is needed; write a comparison');
}

function comparison(node: Node & { kind: 'comparison' }, around: Surroundings): Piece {
  const [left, right] = [fixedTruth(node.left), fixedTruth(node.right)];
  const wanted = left ?? right;
  if (wanted === undefined || (node.operator !== '=' && node.operator !== '!='))
    return compare(node.operator, pieceOf(node.left, around), pieceOf(node.right, around));
  const piece = conditionOf(left === undefined ? node.left : node.right, around);
  return wanted === (node.operator === '=') ? piece : negated(piece);
}

const fixedTruth = (node: Node): boolean | undefined =>
  node.kind === 'call' && (node.name === 'true' || node.name === 'false') ? node.name === 'true' : undefined;

export function pieceOf(node: Node, around: Surroundings): Piece {
  switch (node.kind) {
    case 'number':
      return numeral(node.text);
    case 'text':
      return constant(node.text);
    case 'question':
      return asked(around.getSubject(node.name));
    case 'self':
      if (!around.self) throw new NotTranslatable('"." has no meaning outside a constraint');
      return asked(around.self);
    case 'column':
      return cell(node.name, around);
    case 'negative':
      return negative(node.operand, around);
    case 'reckoning':
      return reckoning(node.operator, pieceOf(node.left, around), pieceOf(node.right, around));
    case 'call': {
      const piece = called(node, around);
      if (piece.is !== 'condition') return piece;
      throw new NotTranslatable('a yes or no stands where a value is needed; write if(..., 1, 0)');
    }
    default:
      throw new NotTranslatable('a yes or no stands where a value is needed; write if(..., 1, 0)');
  }
}

const called = (node: Call, around: Surroundings) =>
  call(node, { condition: (arg) => conditionOf(arg, around), value: (arg) => pieceOf(arg, around) });

const constant = (text: string): Piece => ({ text: quoted(text), is: 'text', strength: single, literal: text });

function cell(name: string, { cells }: Surroundings): Piece {
  if (!cells) throw new NotTranslatable(`"${name}" stands for nothing; write \${${name}} for an answer`);
  const text = cells.get(columnName(name, true));
  if (text === undefined) throw new NotTranslatable(`the sheet choices has no column "${name}"`);
  return constant(text);
}

function asked(subject: Subject): Piece {
  const isNumber = subject.kind === 'number' || subject.kind === 'computed' || hasNumbers(subject);
  return { text: `{${subject.name}}`, is: isNumber ? 'number' : 'text', strength: single, subject };
}

const hasNumbers = ({ kind, codes }: Subject) =>
  kind === 'one' && codes !== undefined && [...codes.values()].every((code) => typeof code === 'number');

function negative(operand: Node, around: Surroundings): Piece {
  if (operand.kind === 'number') return numeral(`-${operand.text}`);
  return reckoning('-', numeral('0'), pieceOf(operand, around));
}

const operators: Readonly<Record<Reckoning, string>> = { '+': '+', '-': '-', '*': '*', div: '/', mod: '%' };

function reckoning(operator: Reckoning, left: Piece, right: Piece): Piece {
  for (const side of [left, right])
    if (side.is !== 'number') throw new NotTranslatable(`${side.text} is no number and cannot be reckoned with`);
  const strength = operator === '+' || operator === '-' ? 3 : 4;
  return {
    text: `${within(left, strength)} ${operators[operator]} ${within(right, strength + 1)}`,
    is: 'number',
    strength,
    needs: [left, right].flatMap(needsOf),
  };
}
