// XLSForm's functions (https://docs.getodk.org/form-operators-functions/) that SurveyJS has a counterpart of.
import { codeOf } from './compare.ts';
import { NotTranslatable } from './notTranslatable.ts';
import type { Node } from './parse.ts';
import { needsOf, negated, type Piece, quoted, settled, single, truth, word } from './piece.ts';
import type { Subject } from './subject.ts';

export type Call = Node & { kind: 'call' };
/** How the values of a function are translated. */
export interface Reader {
  condition(node: Node): Piece;
  value(node: Node): Piece;
}
type Translate = (args: readonly Node[], read: Reader) => Piece;

const functions: Readonly<Record<string, { counts: readonly number[]; translate: Translate }>> = {
  true: { counts: [0], translate: () => truth(true) },
  false: { counts: [0], translate: () => truth(false) },
  not: { counts: [1], translate: ([arg], read) => negated(read.condition(need(arg))) },
  boolean: { counts: [1], translate: ([arg], read) => read.condition(need(arg)) },
  selected: { counts: [2], translate: selected },
  contains: { counts: [2], translate: contains },
  'count-selected': { counts: [1], translate: ([arg], read) => length(need(arg), 'several', read) },
  'string-length': { counts: [1], translate: ([arg], read) => length(need(arg), 'text', read) },
  if: { counts: [3], translate: choose },
  coalesce: { counts: [2], translate: coalesce },
  number: { counts: [1], translate: ([arg], read) => numberOf(read.value(need(arg))) },
  int: { counts: [1], translate: (args, read) => reckoned('trunc', args, read) },
  round: { counts: [1, 2], translate: (args, read) => reckoned('round', args, read) },
  min: { counts: [2, 3, 4, 5, 6, 7, 8, 9], translate: (args, read) => reckoned('min', args, read) },
  max: { counts: [2, 3, 4, 5, 6, 7, 8, 9], translate: (args, read) => reckoned('max', args, read) },
  date: { counts: [1], translate: moment },
  'date-time': { counts: [1], translate: moment },
  string: { counts: [1], translate: ([arg], read) => read.value(need(arg)) },
};

const reasons: Readonly<Record<string, string>> = {
  today: 'what day it is: whether an answer is valid depends on the answers alone',
  now: 'what time it is: whether an answer is valid depends on the answers alone',
  regex: 'regex() outside a constraint, or in one with "or" or "not"',
};

/** @throws NotTranslatable naming the function that has no counterpart */
export function call({ name, args }: Call, read: Reader): Piece {
  const known = Object.hasOwn(functions, name) ? functions[name] : undefined;
  if (!known) {
    const reason = Object.hasOwn(reasons, name) ? reasons[name] : `the function ${name}()`;
    throw new NotTranslatable(`there is no counterpart to ${reason}`);
  }
  if (!known.counts.includes(args.length))
    throw new NotTranslatable(`${name}() stands with ${args.length} values instead of ${known.counts.join(' or ')}`);
  return known.translate(args, read);
}

function need(arg: Node | undefined): Node {
  if (!arg) throw new NotTranslatable('a value is missing');
  return arg;
}

function subjectOf(arg: Node | undefined, read: Reader, what: string): Subject {
  const { subject } = read.value(need(arg));
  if (!subject) throw new NotTranslatable(`${what} is asked of a single question`);
  return subject;
}

function selected([list, wanted]: readonly Node[], read: Reader): Piece {
  const subject = subjectOf(list, read, 'selected()');
  if (subject.kind !== 'several' && subject.kind !== 'one')
    throw new NotTranslatable(`selected() is asked of a choice, and {${subject.name}} is none`);
  const { literal, text } = read.value(need(wanted));
  const operator = subject.kind === 'several' ? 'contains' : '=';
  const code = literal === undefined ? text : asCode(subject, literal);
  return { text: `{${subject.name}} ${operator} ${code}`, is: 'condition', strength: 2 };
}

function asCode(subject: Subject, literal: string): string {
  const code = codeOf(subject, literal);
  return typeof code === 'number' ? String(code) : quoted(code);
}

function contains([whole, part]: readonly Node[], read: Reader): Piece {
  const subject = subjectOf(whole, read, 'contains()');
  const { literal } = read.value(need(part));
  if (subject.kind !== 'text' || literal === undefined)
    throw new NotTranslatable('contains() is carried for a text question and a fixed text');
  return { text: `{${subject.name}} contains ${quoted(literal)}`, is: 'condition', strength: 2 };
}

function length(arg: Node, kind: 'several' | 'text', read: Reader): Piece {
  const subject = subjectOf(arg, read, 'a length');
  if (subject.kind !== kind)
    throw new NotTranslatable(
      kind === 'text'
        ? `string-length() is carried for text questions, and {${subject.name}} is none`
        : `count-selected() is asked of a multiple choice, and {${subject.name}} is none`,
    );
  return word(`{${subject.name}.length}`, 'number');
}

function choose([condition, yes, no]: readonly Node[], read: Reader): Piece {
  const [then, otherwise] = [read.value(need(yes)), read.value(need(no))];
  const test = read.condition(need(condition)).text;
  const isNumber = [then, otherwise].every((each) => each.is === 'number' || each.literal === '');
  return word(`iif(${test}, ${settled(then)}, ${settled(otherwise)})`, isNumber ? 'number' : 'text');
}

function coalesce([first, second]: readonly Node[], read: Reader): Piece {
  const subject = subjectOf(first, read, 'coalesce()');
  const otherwise = read.value(need(second));
  const { is, text } = read.value(need(first));
  return word(`iif({${subject.name}} notempty, ${text}, ${settled(otherwise)})`, otherwise.is === is ? is : 'text');
}

function numberOf(piece: Piece): Piece {
  if (piece.is === 'number') return piece;
  const isNumeral = piece.literal !== undefined && /^-?\d+(\.\d+)?$/.test(piece.literal);
  if (isNumeral) return { ...word(String(Number(piece.literal)), 'number'), literal: piece.literal };
  throw new NotTranslatable(`${piece.text} is no number`);
}

function reckoned(name: string, args: readonly Node[], read: Reader): Piece {
  const pieces = args.map((arg) => numberOf(read.value(arg)));
  const text = `${name}(${pieces.map((piece) => piece.text).join(', ')})`;
  return { text, is: 'number', strength: single, needs: pieces.flatMap(needsOf) };
}

/** date('2020-01-01') is that date; of a question it is the question. */
function moment([arg]: readonly Node[], read: Reader): Piece {
  const piece = read.value(need(arg));
  const isMoment = piece.subject?.kind === 'moment' || /^\d{4}-\d{2}-\d{2}/.test(piece.literal ?? '');
  if (isMoment) return piece;
  throw new NotTranslatable(`${piece.text} is no date`);
}
