import type { Value } from '../bson/codec.ts';
import { CommandError, errorFields } from '../errors.ts';
import { Overlay } from '../storage/lmdb.ts';
import type { Call } from './call.ts';

/** Runs the statements of one command, each whole or not at all; stops at the first error when ordered. */
export function runStatements<T>(
  call: Call,
  view: Overlay,
  statements: T[],
  run: (view: Overlay, statement: T, index: number) => void,
): Value[] {
  const errors: Value[] = [];
  for (const [index, statement] of statements.entries()) {
    try {
      const overlay = new Overlay(view);
      run(overlay, statement, index);
      overlay.applyTo(view);
    } catch (error) {
      if (!(error instanceof CommandError)) throw error;
      errors.push(new Map([['index', index], ...errorFields(error)] as [string, Value][]));
      if (call.flag('ordered', true)) break;
    }
  }
  return errors;
}

export const withErrors = (errors: Value[]) => (errors.length > 0 ? errors : undefined);
