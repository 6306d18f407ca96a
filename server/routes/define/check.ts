// The checks that every request passes before a handler sees it.
import type { z } from 'zod';
import { type FieldProblem, problem } from '../../problems.ts';

const forbidden = new Set(['__proto__', 'constructor', 'prototype']);
const deepest = 32;

/** Refuses keys that could reach an object's prototype, and nesting that no form needs. @throws Problem */
export function refuseDangerous(value: unknown, path = '', depth = 0): void {
  if (typeof value !== 'object' || value === null) return;
  if (depth > deepest) {
    const detail = `nested more than ${deepest} deep`;
    problem('too-deep', `${path}: ${detail}`, { errors: [{ field: path, code: 'too-deep', detail }] });
  }
  for (const key of Object.keys(value)) {
    const field = path === '' ? key : `${path}.${key}`;
    if (forbidden.has(key)) {
      const detail = 'this key is not allowed; leave it out';
      problem('forbidden-key', `${field}: ${detail}`, { errors: [{ field, code: 'forbidden-key', detail }] });
    }
    refuseDangerous((value as Record<string, unknown>)[key], field, depth + 1);
  }
}

const shown = (path: readonly PropertyKey[]) => path.map(String).join('.');

/** One problem a field. A union's own errors are those of the branch that came furthest. */
export function fieldProblems(
  issues: readonly z.core.$ZodIssue[],
  before: readonly PropertyKey[] = [],
): FieldProblem[] {
  return issues.flatMap((issue) => {
    const path = [...before, ...issue.path];
    if (issue.code === 'unrecognized_keys')
      return issue.keys.map((key) => ({
        field: shown([...path, key]).slice(0, 200),
        code: 'unknown-field',
        detail: 'there is no such field; leave it out',
      }));
    if (issue.code === 'invalid_union') {
      const branches = issue.errors.filter((branch) => branch.length > 0);
      const nearest = branches.toSorted((one, other) => misfit(one) - misfit(other))[0];
      if (nearest) return fieldProblems(nearest, path);
    }
    return [{ field: shown(path), code: codeOf(issue), detail: issue.message }];
  });
}

/** A branch that misses keys or has strange ones was hardly meant; one that dislikes a value was. */
function misfit(issues: readonly z.core.$ZodIssue[]): number {
  const weight = (issue: z.core.$ZodIssue) => {
    if (issue.code === 'unrecognized_keys') return 10 * issue.keys.length;
    return issue.code === 'invalid_type' ? 5 : 1;
  };
  return issues.reduce((sum, issue) => sum + weight(issue), 0);
}

const codes: Partial<Record<z.core.$ZodIssue['code'], string>> = {
  invalid_type: 'wrong-type',
  too_big: 'too-large',
  too_small: 'too-small',
  invalid_format: 'wrong-format',
  invalid_value: 'unknown-value',
  invalid_union: 'wrong-shape',
};

function codeOf(issue: z.core.$ZodIssue): string {
  if (issue.code === 'invalid_type' && issue.input === undefined) return 'required';
  // A rule of our own can have a code of its own.
  if (issue.code === 'custom' && typeof issue.params?.code === 'string') return issue.params.code;
  return codes[issue.code] ?? 'not-valid';
}

/** @throws Problem `not-valid` with every field that is wrong */
export function parse<S extends z.ZodType>(schema: S, value: unknown): z.output<S> {
  const result = schema.safeParse(value, { reportInput: true });
  if (result.success) return result.data;
  const errors = fieldProblems(result.error.issues).slice(0, 100);
  const first = errors[0];
  return problem('not-valid', first && `${first.field || 'body'}: ${first.detail}`, { errors });
}
