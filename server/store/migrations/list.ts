// Every change of the stored data's shape, in order. A published one never changes; a new one goes to the end.
import type { NativeDb } from '../native.ts';
import { giveFirstDefinitions } from './goalDefinitions.ts';
import type { Lease } from './lease.ts';

/**
 * One step from a version to the next.
 *
 * `run` may be cut off anywhere and is then run again from its start, and a paused process may still be at it while another has
 * taken over. So each write must be idempotent and conditional on what it changes ("set the new field where it is absent"), in
 * batches, and never "add one". Call `lease.check()` between batches.
 *
 * Upgrade without downtime: while it runs, processes of the program before may still read and write. So a version may only
 * expand: add collections, fields that the earlier program ignores or leaves alone, and indexes that its writes satisfy. What
 * is no longer needed is contracted (removed, renamed, made required) in a version that is released after every process runs
 * the program that no longer uses it. It works on plain documents, not on the models: those are of a later version.
 */
export interface Migration {
  /** 2, 3, 4 ... without a gap; 1 is the base. */
  version: number;
  name: string;
  run(db: NativeDb, lease: Lease): Promise<void>;
}

/** The shape that the first release stores; nothing leads to it. */
export const base: Migration = { version: 1, name: 'base', run: async () => {} };

export const migrations: readonly Migration[] = [
  base,
  { version: 2, name: 'goal definitions', run: giveFirstDefinitions },
];

/** @throws RangeError unless the versions are 1, 2, 3 ... */
export function currentVersion(list: readonly Migration[] = migrations): number {
  for (const [at, { version }] of list.entries())
    if (version !== at + 1) throw new RangeError(`migration ${at + 1} has the version ${version}`);
  return list.length;
}
