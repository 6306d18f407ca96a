/** What conditions compare the answers of a question with. */
import { ArrayOperand, BinaryOperand, Const, FunctionOperand, type Operand, UnaryOperand, Variable } from 'survey-core';
import { namesIn } from '../conditions.ts';

/** The question that a name is of. Names are unique in the whole form, so those of an entry need no scope of their own. */
export const rootOf = (name: string): string => name.replace(/^panel\./, '').split('.')[0] ?? '';
export type Constant = string | number;
export interface Comparisons {
  values: ReadonlySet<Constant>;
  /** As survey-core calls them: equal, greater ... */
  operators: ReadonlySet<string>;
}
const isPlain = (value: unknown): value is Constant => typeof value === 'string' || typeof value === 'number';

/** By question; undefined for one that is reckoned with or compared with another question. */
export class Compared {
  readonly found = new Map<string, Comparisons | undefined>();

  read(operand: Operand): void {
    if (operand instanceof BinaryOperand) this.binary(operand);
    else if (operand instanceof UnaryOperand)
      if (operand.expression instanceof Variable)
        this.add(operand.expression, operand.operator === 'negate' ? undefined : [], operand.operator);
      else this.read(operand.expression);
    else if (operand instanceof Variable) this.add(operand, undefined);
    else if (operand instanceof FunctionOperand)
      for (const name of namesIn(operand)) this.found.set(rootOf(name), undefined);
    else if (operand instanceof ArrayOperand) for (const each of operand.values) this.read(each as Operand);
  }

  private binary(operand: BinaryOperand): void {
    const sides = [operand.leftOperand, operand.rightOperand] as Operand[];
    const [name, ...others] = sides.filter((side) => side instanceof Variable);
    const isCompared = !operand.isConjunction && !operand.isArithmetic && name !== undefined && others.length === 0;
    const against = sides.find((side) => side !== name);
    const values = against instanceof ArrayOperand ? (against.values as unknown[]) : [against];
    const plain = values.map((each) =>
      each instanceof Const && !(each instanceof Variable) ? each.correctValue : null,
    );
    if (isCompared && plain.every(isPlain)) this.add(name, plain, operand.operator);
    else for (const side of sides) this.read(side);
  }

  private add({ variable }: Variable, values: readonly Constant[] | undefined, operator = ''): void {
    const name = rootOf(variable);
    const isKnown = this.found.has(name);
    const before = this.found.get(name);
    const isPath = name !== variable.replace(/^panel\./, '');
    if (values === undefined || isPath || (isKnown && before === undefined)) this.found.set(name, undefined);
    else
      this.found.set(name, {
        values: new Set([...(before?.values ?? []), ...values]),
        operators: new Set([...(before?.operators ?? []), operator]),
      });
  }
}
