// A constraint becomes limits and validators; each part of an "and" for itself, so that what can be carried is.
import { findSlowPattern } from '../../../domain/surveys/check/patterns.ts';
import { NotTranslatable } from '../xpath/notTranslatable.ts';
import { type Comparison, type Node, parseXpath } from '../xpath/parse.ts';
import type { Subject, Surroundings } from '../xpath/subject.ts';
import { conditionOf } from '../xpath/translate.ts';
import { type Element, type Form, surroundingsOf } from './element.ts';
import type { Asked } from './rows.ts';
import type { Localized } from './texts.ts';

interface Aim {
  element: Element;
  subject: Subject;
  around: Surroundings;
  message: { text: Localized } | Record<string, never>;
}

/** Parts that have no counterpart are told, each with its reason. */
export function constrain(element: Element, { row, subject }: Asked, form: Form): void {
  const source = row.get('constraint');
  if (source === '') return;
  const found = form.texts.find(row, 'constraint_message');
  const around = { ...surroundingsOf(form), self: subject };
  const aim: Aim = { element, subject, around, message: found ? { text: found.texts } : {} };
  const tell = (reason: string) => form.remarks.add(row.place('constraint'), source, 'constraint', reason);
  try {
    for (const part of partsOf(parseXpath(source))) apply(part, aim, tell);
  } catch (error) {
    if (!(error instanceof NotTranslatable)) throw error;
    tell(error.message);
  }
}

const partsOf = (node: Node): Node[] =>
  node.kind === 'logic' && node.operator === 'and' ? [...partsOf(node.left), ...partsOf(node.right)] : [node];

function apply(part: Node, aim: Aim, tell: (reason: string) => void): void {
  try {
    if (applyPattern(part, aim) || applyLimit(part, aim)) return;
    const { text } = conditionOf(part, aim.around);
    // XLSForm asks a constraint of given answers only.
    add(aim, { type: 'expression', expression: `{${aim.subject.name}} empty or (${text})` });
  } catch (error) {
    if (!(error instanceof NotTranslatable)) throw error;
    tell(`a part of it is left out: ${error.message}`);
  }
}

function add({ element, message }: Aim, validator: Element): void {
  element.validators = [...((element.validators as Element[] | undefined) ?? []), { ...validator, ...message }];
}

/** `regex(., '...')` holds for the whole answer. */
function applyPattern(part: Node, aim: Aim): boolean {
  if (part.kind !== 'call' || part.name !== 'regex') return false;
  const [self, pattern] = part.args;
  if (self?.kind !== 'self' || pattern?.kind !== 'text')
    throw new NotTranslatable('regex() is carried for "." and a fixed pattern');
  const isWhole = pattern.text.startsWith('^') && pattern.text.endsWith('$') && !pattern.text.includes('|');
  const regex = isWhole ? pattern.text : `^(?:${pattern.text})$`;
  const complaint = findSlowPattern(regex);
  if (complaint !== undefined) throw new NotTranslatable(`the pattern is refused: ${complaint}`);
  add(aim, { type: 'regex', regex });
  return true;
}

const turned: Readonly<Record<Comparison, Comparison>> = {
  '=': '=',
  '!=': '!=',
  '<': '>',
  '<=': '>=',
  '>': '<',
  '>=': '<=',
};

/** `. <= 120`, `string-length(.) < 50`, `count-selected(.) <= 3`; false for all else. */
function applyLimit(part: Node, aim: Aim): boolean {
  if (part.kind !== 'comparison') return false;
  const limit = constantOf(part.right) ?? constantOf(part.left);
  const isTurned = constantOf(part.right) === undefined;
  const operator = isTurned ? turned[part.operator] : part.operator;
  const measured = isTurned ? part.right : part.left;
  if (limit === undefined || operator === '=' || operator === '!=') return false;
  if (measured.kind === 'self') return limitValue(aim, operator, limit);
  const isOfSelf = measured.kind === 'call' && measured.args.length === 1 && measured.args[0]?.kind === 'self';
  if (!isOfSelf || !Number.isInteger(Number(limit))) return false;
  const whole = wholeLimit(operator, Number(limit));
  if (whole.value < 0) return false;
  const end = whole.isLeast ? 'min' : 'max';
  if (measured.name === 'string-length' && aim.subject.kind === 'text' && whole.value > 0)
    add(aim, { type: 'text', [`${end}Length`]: whole.value });
  else if (measured.name === 'count-selected' && aim.subject.kind === 'several' && whole.value > 0)
    add(aim, { type: 'answercount', [`${end}Count`]: whole.value });
  else return false;
  return true;
}

function limitValue({ element, subject, message }: Aim, operator: Comparison, limit: string): boolean {
  const mask = element.maskType === 'numeric' ? (element.maskSettings as Element) : undefined;
  const isTyped = mask !== undefined || element.inputType === 'number';
  const isNumber = subject.kind === 'number' && isTyped && /^-?\d+(\.\d+)?$/.test(limit);
  const isDate = element.inputType === 'date' && /^\d{4}-\d{2}-\d{2}$/.test(limit) && operator.endsWith('=');
  if (!isNumber && !isDate) return false;
  const isWhole = (element.step === 1 || mask?.precision === 0) && Number.isInteger(Number(limit));
  if (isNumber && !isWhole && !operator.endsWith('=')) return false;
  const { value, isLeast } = isWhole
    ? wholeLimit(operator, Number(limit))
    : { value: isDate ? limit : Number(limit), isLeast: operator === '>=' };
  const property = isLeast ? 'min' : 'max';
  const limits = mask ?? element;
  if (limits[property] !== undefined || (mask && !canLimit(mask, property, Number(value)))) return false;
  limits[property] = value;
  if (message.text) element[`${property}ErrorText`] = message.text;
  return true;
}

/** survey-core takes a mask's max of 0 for none; and a mask whose limits leave no number is no mask. */
function canLimit({ min, max }: Element, property: 'min' | 'max', value: number): boolean {
  if (Math.abs(value) > Number.MAX_SAFE_INTEGER) return false;
  return property === 'min' ? max === undefined || value <= Number(max) : value !== 0 && value >= Number(min ?? value);
}

function wholeLimit(operator: Comparison, limit: number): { value: number; isLeast: boolean } {
  if (operator === '>' || operator === '>=') return { value: operator === '>' ? limit + 1 : limit, isLeast: true };
  return { value: operator === '<' ? limit - 1 : limit, isLeast: false };
}

/** A number, text or date that stands there as such. */
function constantOf(node: Node): string | undefined {
  if (node.kind === 'number' || node.kind === 'text') return node.text;
  if (node.kind === 'negative') return node.operand.kind === 'number' ? `-${node.operand.text}` : undefined;
  const [date] = node.kind === 'call' && node.name === 'date' ? node.args : [];
  return date?.kind === 'text' ? date.text : undefined;
}
