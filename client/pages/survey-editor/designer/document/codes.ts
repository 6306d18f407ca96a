// A code that is changed while nothing is published under it: conditions that name it mean the same choice afterwards.
import { codeOf, shapeOf } from './entries.ts';
import { isExpression } from './names.ts';
import type { Changed } from './operations.ts';
import { changeAt, formOf, isJson, type Json, listOf, objectAt, type Place, textOf } from './tree.ts';

const quoted = String.raw`'(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*"`;
const list = String.raw`\[(?:${quoted}|[^\]'"])*\]`;
const sign = String.raw`\s*(?:=+|<>|!=|[*]=|\b(?:notequal|equal|notcontains?|contains?|anyof|noneof|allof)\b)\s*`;
const inBrackets = (names: string) => String.raw`\{\s*(?:panel\.)?${names}\s*\}`;

const plain = (literal: string) => literal.replace(/^(['"])(.*)\1$/s, '$2').replace(/\\(['"])/g, '$1');
const written = (literal: string, code: string) => {
  const mark = /^['"]/.exec(literal)?.[0] ?? (/^-?\d+(\.\d+)?$/.test(code) ? '' : "'");
  return `${mark}${mark ? code.replace(/['"]/g, '\\$&') : code}${mark}`;
};

/** Every value that is compared with one of the names. */
const comparedWith = (expression: string, names: string, before: string, after: string): string => {
  const name = inBrackets(names);
  const value = String.raw`${list}|${quoted}|[\w.-]+`;
  const comparisons = new RegExp(`(${name}${sign})(${value})|(${quoted}|[\\w.-]+)(${sign}${name})|${quoted}`, 'gi');
  const swap = (literal: string) => (plain(literal) === before ? written(literal, after) : literal);
  const swapAll = (values: string) =>
    values.startsWith('[') ? values.replace(new RegExp(`${quoted}|[^\\s,\\[\\]'"]+`, 'g'), swap) : swap(values);
  return expression.replace(comparisons, (whole, ahead?: string, right?: string, left?: string, behind?: string) => {
    if (ahead !== undefined && right !== undefined) return ahead + swapAll(right);
    return left !== undefined && behind !== undefined ? swap(left) + behind : whole;
  });
};

const inExpressions = (node: unknown, property: string, change: (expression: string) => string): unknown => {
  if (typeof node === 'string') return isExpression(property) || property === 'if' ? change(node) : node;
  if (Array.isArray(node)) {
    const all = node.map((each) => inExpressions(each, property, change));
    return all.some((each, at) => each !== node[at]) ? all : node;
  }
  if (!isJson(node)) return node;
  const entries = Object.entries(node).map(([name, value]) => [name, inExpressions(value, name, change)] as const);
  return entries.some(([name, value]) => value !== node[name]) ? Object.fromEntries(entries) : node;
};

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** @returns undefined where nothing follows: the code is no whole one yet, or the one before still stands in the list */
export const followCode = (
  definition: Json,
  place: Place,
  entries: string,
  at: number,
  before: string,
): Changed | undefined => {
  const question = objectAt(definition, place);
  const codes = listOf(question?.[entries]).map((each) => codeOf(each, shapeOf(entries)));
  const [name, after] = [textOf(question?.name), codes[at] ?? ''];
  const isWhole = after.trim() !== '' && codes.filter((each) => each === after).length === 1;
  if (name === '' || before === '' || before === after || !isWhole || codes.includes(before)) return undefined;
  const own = escaped(name);
  const change = (expression: string) => {
    if (entries === 'rows' || entries === 'items') {
      const cell = new RegExp(String.raw`(\{\s*(?:panel\.)?${own}\.)${escaped(before)}(\s*\})`, 'g');
      return expression.replace(cell, (_, ahead: string, behind: string) => ahead + after + behind);
    }
    return comparedWith(expression, entries === 'columns' ? String.raw`${own}\.[^}]*` : own, before, after);
  };
  const form = formOf(place);
  const follow = (whole: unknown) => inExpressions(whole, '', change);
  const next = form === '' ? (follow(definition) as Json) : changeAt(definition, form, follow);
  return next === definition ? undefined : { definition: next, place };
};
