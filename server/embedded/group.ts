// $group: documents gathered by a key, each group's values taken up by accumulators.
import type { Stage } from './aggregate.ts';
import { Double, type Value } from './bson/codec.ts';
import { compare, isNumber, numeric } from './bson/compare.ts';
import { valueKey } from './bson/key.ts';
import { CommandError } from './errors.ts';
import { arithmetic, compileExpression, type Expression } from './query/expression.ts';

interface Accumulator {
  add(value: Value | undefined): void;
  result(): Value;
}

function sum(): Accumulator & { seen: number; total: number | bigint | Double } {
  return {
    seen: 0,
    total: 0,
    add(value) {
      if (!isNumber(value)) return;
      this.seen++;
      this.total = arithmetic(this.total, value, '+');
    },
    result() {
      return this.total;
    },
  };
}

function average(): Accumulator {
  const inner = sum();
  inner.total = new Double(0);
  return {
    add: (value) => inner.add(value),
    result: () => (inner.seen === 0 ? null : new Double(Number(numeric(inner.total)) / inner.seen)),
  };
}

function extreme(sign: 1 | -1): Accumulator {
  let best: Value = null;
  return {
    add(value) {
      if (value === null || value === undefined) return;
      if (best === null || sign * compare(value, best) > 0) best = value;
    },
    result: () => best,
  };
}

function edge(first: boolean): Accumulator {
  let held: Value | undefined;
  let seen = false;
  return {
    add(value) {
      if (first && seen) return;
      held = value;
      seen = true;
    },
    result: () => held ?? null,
  };
}

function listing(unique: boolean): Accumulator {
  const list: Value[] = [];
  const keys = new Set<string>();
  return {
    add(value) {
      if (value === undefined) return;
      const key = unique ? valueKey(value).toString('latin1') : '';
      if (unique && keys.has(key)) return;
      keys.add(key);
      list.push(value);
    },
    result: () => list,
  };
}

const accumulators: Record<string, () => Accumulator> = {
  $sum: sum,
  $avg: average,
  $min: () => extreme(-1),
  $max: () => extreme(1),
  $first: () => edge(true),
  $last: () => edge(false),
  $push: () => listing(false),
  $addToSet: () => listing(true),
};

interface GroupField {
  name: string;
  make: () => Accumulator;
  value: Expression;
}

function groupField(name: string, value: Value): GroupField {
  const [operator, operand] = (value instanceof Map && value.size === 1 ? [...value][0] : undefined) ?? ['', null];
  if (name.includes('.')) throw new CommandError(40235, `The field name '${name}' cannot contain '.'`);
  if (!(value instanceof Map) || value.size !== 1)
    throw new CommandError(40234, `The field '${name}' must be an accumulator object`);
  const make = Object.hasOwn(accumulators, operator) ? accumulators[operator] : undefined;
  if (!make) throw new CommandError(15952, `unknown group operator '${operator}'`);
  return { name, make, value: compileExpression(operand) };
}

export function group(value: Value): Stage {
  if (!(value instanceof Map)) throw new CommandError(15947, "a group's fields must be specified in an object");
  const spec = value;
  const id = spec.get('_id');
  if (id === undefined) throw new CommandError(15955, 'a group specification must include an _id');
  const idOf = compileExpression(id);
  const fields = [...spec].filter(([name]) => name !== '_id').map(([name, one]) => groupField(name, one));
  const groups = new Map<string, { id: Value; held: Accumulator[] }>();
  return {
    push(document) {
      const found = idOf(document) ?? null;
      const key = valueKey(found).toString('latin1');
      const known = groups.get(key) ?? { id: found, held: fields.map(({ make }) => make()) };
      groups.set(key, known);
      for (const [i, field] of fields.entries()) known.held[i]?.add(field.value(document));
    },
    end(out) {
      for (const { id: found, held } of groups.values())
        out(
          new Map([['_id', found], ...fields.map(({ name }, i): [string, Value] => [name, held[i]?.result() ?? null])]),
        );
    },
  };
}
