// The words of an XLSForm expression: XPath 1.0 (https://www.w3.org/TR/xpath-10/#exprlex) with ${name} for an answer.
import { NotTranslatable } from './notTranslatable.ts';

export interface Token {
  kind: 'number' | 'text' | 'question' | 'name' | 'operator' | 'self';
  text: string;
}

const longest = 4000;
const pattern =
  /\s+|(?<number>\d+(?:\.\d*)?|\.\d+)|"(?<double>[^"]*)"|'(?<single>[^']*)'|\$\{(?<question>[^{}]*)\}|(?<name>[\p{L}_][\p{L}\p{N}_.-]*(?::[\p{L}_][\p{L}\p{N}_.-]*)?)|(?<operator>!=|<=|>=|\/\/|\.\.|[=<>+\-*(),|/[\]@])|(?<self>\.)/uy;

/** @throws NotTranslatable for a character that no expression has */
export function tokens(source: string): Token[] {
  if (source.length > longest) throw new NotTranslatable(`it is longer than ${longest} characters`);
  const text = source.replace(/[\u2018\u2019]/g, "'").replace(/[\u201C\u201D]/g, '"');
  const list: Token[] = [];
  pattern.lastIndex = 0;
  while (pattern.lastIndex < text.length) {
    const at = pattern.lastIndex;
    const match = pattern.exec(text);
    if (!match) throw new NotTranslatable(`it cannot be read from character ${at + 1}: ${text.slice(at, at + 12)}`);
    const { number, double, single, question, name, operator, self } = match.groups ?? {};
    if (number !== undefined) list.push({ kind: 'number', text: number });
    else if (double !== undefined || single !== undefined) list.push({ kind: 'text', text: double ?? single ?? '' });
    else if (question !== undefined) list.push({ kind: 'question', text: question.trim() });
    else if (name !== undefined) list.push({ kind: 'name', text: name });
    else if (operator !== undefined) list.push({ kind: 'operator', text: operator });
    else if (self !== undefined) list.push({ kind: 'self', text: '.' });
  }
  return list;
}
