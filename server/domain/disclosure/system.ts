// Everything that is shown of a programme as one system of relations between numbers of rows.
// Words after Hundepool et al. (2012), Statistical Disclosure Control, Wiley, ch. 4.

/**
 * A number of rows. `published` ones are printed unless hidden; `leftOut` (rows that lack a list's variable) and `remainder`
 * (what a larger number has beyond a smaller one) are printed nowhere, but follow by subtraction; `past` ones were printed
 * or hidden in an earlier release, which nothing can change any more.
 */
export interface Unknown {
  count: number;
  kind: 'published' | 'leftOut' | 'remainder' | 'past';
  /** The reader knows that it is at least so many, since that was shown before. */
  least: number;
  /** How much readers lose with it: a goal's own figure is worth more than one group of a crossed list. */
  worth: number;
  /** Shown already, as counted at the same moment: hiding it would hide nothing. */
  isTold?: boolean;
}

/** Members add up to the whole. */
export interface Sum {
  members: number[];
  whole: number;
  /** Distinct people in several groups do not add up: hidden alike, but nothing follows exactly. */
  isLoose: boolean;
}

/** Rows of one are among the rows of the other. */
export interface Nesting {
  part: number;
  whole: number;
}

/** The whole is the part and the rest. */
export interface Difference extends Nesting {
  rest: number;
}

/** Unknowns are named by their place in `unknowns`. */
export interface System {
  unknowns: Unknown[];
  sums: Sum[];
  nestings: Nesting[];
  differences: Difference[];
  /** What is hidden with an unknown. */
  hides: Map<number, Set<number>>;
}

export type Hidden = ReadonlySet<number>;

export const emptySystem = (): System => ({
  unknowns: [],
  sums: [],
  nestings: [],
  differences: [],
  hides: new Map(),
});

export const countOf = ({ unknowns }: System, at: number): number => unknowns[at]?.count ?? 0;

export const isSmall = (count: number, below: number): boolean => count > 0 && count < below;

export function addHiding({ hides }: System, from: number, to: number): void {
  if (from === to) return;
  const all = hides.get(from) ?? new Set();
  hides.set(from, all.add(to));
}

/** By unknown, the sums it stands in, as member or as whole. */
export function sumsByUnknown({ unknowns, sums }: System): Sum[][] {
  const found: Sum[][] = unknowns.map(() => []);
  for (const sum of sums) for (const at of [...sum.members, sum.whole]) found[at]?.push(sum);
  return found;
}

export function wholesByPart({ nestings }: System): Map<number, number[]> {
  const found = new Map<number, number[]>();
  for (const { part, whole } of nestings) found.set(part, [...(found.get(part) ?? []), whole]);
  return found;
}
