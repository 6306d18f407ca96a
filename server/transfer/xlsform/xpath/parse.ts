import { NotTranslatable } from './notTranslatable.ts';
import { type Token, tokens } from './tokens.ts';

export type Comparison = '=' | '!=' | '<' | '<=' | '>' | '>=';
export type Reckoning = '+' | '-' | '*' | 'div' | 'mod';
export type Node =
  | { kind: 'number'; text: string }
  | { kind: 'text'; text: string }
  | { kind: 'question'; name: string }
  /** `.`, the answer that a constraint is about. */
  | { kind: 'self' }
  /** A bare word: in a choice_filter a column of the sheet choices. */
  | { kind: 'column'; name: string }
  | { kind: 'call'; name: string; args: Node[] }
  | { kind: 'negative'; operand: Node }
  | { kind: 'logic'; operator: 'and' | 'or'; left: Node; right: Node }
  | { kind: 'comparison'; operator: Comparison; left: Node; right: Node }
  | { kind: 'reckoning'; operator: Reckoning; left: Node; right: Node };

const deepest = 30;
/** Weakest first (XPath 1.0, 3.4 and 3.5). */
const levels: readonly (readonly string[])[] = [
  ['or'],
  ['and'],
  ['=', '!='],
  ['<', '<=', '>', '>='],
  ['+', '-'],
  ['*', 'div', 'mod'],
];

/** @throws NotTranslatable for what is no expression, or one that walks through paths */
export function parseXpath(source: string): Node {
  const parser = new Parser(tokens(source));
  const node = parser.read(0);
  parser.end();
  return node;
}

class Parser {
  private at = 0;
  private depth = 0;
  constructor(private readonly list: readonly Token[]) {}

  read(level: number): Node {
    const operators = levels[level];
    if (!operators) return this.unary();
    let left = this.read(level + 1);
    for (let operator = this.operatorOf(operators); operator; operator = this.operatorOf(operators)) {
      this.at += 1;
      left = binary(operator, left, this.read(level + 1));
    }
    return left;
  }

  end(): void {
    const rest = this.list[this.at];
    if (rest) throw new NotTranslatable(`it cannot be read from "${rest.text}" on`);
  }

  private operatorOf(operators: readonly string[]): string | undefined {
    const token = this.list[this.at];
    const isOperator = token?.kind === 'operator' || token?.kind === 'name';
    return isOperator && operators.includes(token.text) ? token.text : undefined;
  }

  private unary(): Node {
    if (!this.takes('-')) return this.primary();
    return { kind: 'negative', operand: this.unary() };
  }

  private primary(): Node {
    const token = this.list[this.at++];
    if (!token) throw new NotTranslatable('it ends too early');
    if (token.kind === 'number') return { kind: 'number', text: token.text };
    if (token.kind === 'text') return { kind: 'text', text: token.text };
    if (token.kind === 'question') return this.whole({ kind: 'question', name: token.text });
    if (token.kind === 'self') return this.whole({ kind: 'self' });
    if (token.kind === 'name')
      return this.takes('(') ? this.call(token.text) : this.whole({ kind: 'column', name: token.text });
    if (token.text !== '(') throw new NotTranslatable(`"${token.text}" has no counterpart where it stands`);
    return this.nested(() => {
      const inner = this.read(0);
      this.need(')');
      return inner;
    });
  }

  private call(name: string): Node {
    return this.nested(() => {
      const args: Node[] = [];
      if (this.takes(')')) return { kind: 'call', name, args };
      do args.push(this.read(0));
      while (this.takes(','));
      this.need(')');
      return { kind: 'call', name, args };
    });
  }

  private nested(read: () => Node): Node {
    this.depth += 1;
    if (this.depth > deepest) throw new NotTranslatable(`its parentheses stand more than ${deepest} deep`);
    const node = read();
    this.depth -= 1;
    return node;
  }

  /** A name that is not the beginning of a path. */
  private whole(node: Node): Node {
    const next = this.list[this.at];
    if (next?.kind === 'operator' && ['/', '//', '[', '|', '@'].includes(next.text))
      throw new NotTranslatable('paths and lists of nodes have no counterpart');
    return node;
  }

  private takes(operator: string): boolean {
    const token = this.list[this.at];
    const isNext = token?.kind === 'operator' && token.text === operator;
    if (isNext) this.at += 1;
    return isNext;
  }

  private need(operator: string): void {
    if (!this.takes(operator)) throw new NotTranslatable(`a "${operator}" is missing`);
  }
}

function binary(operator: string, left: Node, right: Node): Node {
  if (operator === 'and' || operator === 'or') return { kind: 'logic', operator, left, right };
  if (['+', '-', '*', 'div', 'mod'].includes(operator))
    return { kind: 'reckoning', operator: operator as Reckoning, left, right };
  return { kind: 'comparison', operator: operator as Comparison, left, right };
}
