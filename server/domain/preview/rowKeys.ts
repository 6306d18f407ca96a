// What a row is known by for good, whichever process has loaded it and in whatever order.
import { hashOf } from '../answers/hash.ts';
import type { PopulationTable } from '../answers/table.ts';

/** By row two halves of a hash of its key. */
export interface RowKeys {
  high: Uint32Array;
  low: Uint32Array;
}

/** Exits, assessed and follow-ups are known by their enrolment: one set of people has the same keys in each of them. */
export function rowKeysOf(table: PopulationTable): RowKeys {
  const [high, low] = [new Uint32Array(table.size), new Uint32Array(table.size)];
  const { keys } = table;
  if (keys)
    for (let row = 0; row < table.size; row++) {
      high[row] = keys[2 * row] as number;
      low[row] = keys[2 * row + 1] as number;
    }
  const enrolments = table.enrolments?.();
  if (!enrolments) return { high, low };
  const hashes = enrolments.dictionary.map(hashOf);
  for (let row = 0; row < table.size; row++) [high[row], low[row]] = hashes[enrolments.codes[row] as number] ?? [0, 0];
  return { high, low };
}
