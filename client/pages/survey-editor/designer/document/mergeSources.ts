import { writtenLike } from './history.ts';
import { type Merged, merge } from './merge.ts';
import { deriveSkips, withoutSkips } from './skips.ts';
import { isJson, type Json } from './tree.ts';

export interface MergedSource extends Merged {
  source: string;
}

/** What follows from skips is put in anew: it follows from what both did. */
const mergeWithSkips = (base: Json, mine: Json, theirs: Json): Merged | undefined => {
  const merged = merge(withoutSkips(base), withoutSkips(mine), withoutSkips(theirs));
  return merged && { ...merged, definition: deriveSkips(merged.definition) };
};

/** @returns undefined when one of the texts cannot be read, or questions can't be told apart */
export const mergeSources = (base: string, mine: string, theirs: string): MergedSource | undefined => {
  if (mine === base || mine === theirs) return { source: theirs, definition: {}, conflicts: [] };
  try {
    const [before, ours, others] = [base, mine, theirs].map((source): unknown => JSON.parse(source));
    if (!isJson(before) || !isJson(ours) || !isJson(others)) return undefined;
    const merged = mergeWithSkips(before, ours, others);
    return merged && { ...merged, source: writtenLike(mine, merged.definition) };
  } catch {
    return undefined;
  }
};

/** Steps to take back, each with what somebody else did in it; those for which that can't be told are left out. */
export const mergedSteps = (steps: readonly Json[], base: string, theirs: string): (Json | undefined)[] => {
  const [before, others] = [JSON.parse(base) as Json, JSON.parse(theirs) as Json];
  return steps.map((step) => mergeWithSkips(before, step, others)?.definition);
};
