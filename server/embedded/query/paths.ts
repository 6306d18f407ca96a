// Dotted paths: how a filter, an update or a projection names a field.
import type { Value } from '../bson/codec.ts';
import { CommandError } from '../errors.ts';

export const isPosition = (name: string): boolean => /^(0|[1-9]\d{0,8})$/.test(name);

/** Splits and checks a path; error 56 on an empty part, 2 on __proto__. */
export function splitPath(path: string): string[] {
  const parts = path.split('.');
  if (parts.includes('')) throw new CommandError(56, `The path '${path}' has an empty field name`);
  if (parts.includes('__proto__')) throw new CommandError(2, `The path '${path}' names __proto__`);
  return parts;
}

export type Test = (value: Value | undefined) => boolean;

/**
 * Does any value at the path pass? Arrays on the way are walked element by element; `leaves` also tries a last array's elements,
 * but not those of one that a position named: {"a.0": 5} does not find [[5]].
 */
export function someAt(node: Value | undefined, path: string[], leaves: boolean, test: Test, depth = 0): boolean {
  if (depth === path.length) return test(node) || (leaves && Array.isArray(node) && node.some(test));
  const name = path[depth] ?? '';
  if (node instanceof Map) return someAt(node.get(name), path, leaves, test, depth + 1);
  if (!Array.isArray(node)) return test(undefined);
  if (isPosition(name) && Number(name) < node.length) {
    const named = node[Number(name)];
    const isLast = depth + 1 === path.length;
    const leadsOn = named instanceof Map || Array.isArray(named);
    if (isLast ? test(named) : leadsOn && someAt(named, path, leaves, test, depth + 1)) return true;
  }
  return node.some((element) => element instanceof Map && someAt(element.get(name), path, leaves, test, depth + 1));
}
