// What a reader could still work out from everything shown: hidden numbers that linear algebra or bounds pin down.
import type { Problem, Relation } from './pattern.ts';

type Hidden = ReadonlySet<number>;

/** Relations holding a hidden group whose number of rows is determined by all shown numbers together. */
export function findPinned(problem: Problem, hidden: Hidden): Relation[] {
  const pinned = new Set([...solved(problem, hidden), ...squeezed(problem, hidden)]);
  const exposed = [...pinned].filter((at) => problem.units[at]?.fixed !== 'unpublished' && rows(problem, at) > 0);
  return problem.relations.filter(({ members }) => members.some((at) => exposed.includes(at)));
}

const rows = ({ units }: Problem, at: number): number => units[at]?.counts[0] ?? 0;

/** Unknowns of a relation with their signs: hidden members, less the hidden figure they add up to. */
function unknownsOf({ members, of }: Relation, hidden: Hidden): Map<number, number> {
  const unknowns = new Map(members.filter((at) => hidden.has(at)).map((at) => [at, 1]));
  if (of !== undefined && hidden.has(of)) unknowns.set(of, -1);
  return unknowns;
}

/** Unknowns with one value only in the linear system of all relations: those alone in a row of its reduced form. */
function solved({ relations }: Problem, hidden: Hidden): number[] {
  const order = [...hidden];
  const matrix = relations
    .map((relation) => unknownsOf(relation, hidden))
    .filter((unknowns) => unknowns.size > 0)
    .map((unknowns) => order.map((at) => unknowns.get(at) ?? 0));
  let rank = 0;
  for (let column = 0; column < order.length && rank < matrix.length; column++) {
    const found = matrix.findIndex((row, at) => at >= rank && Math.abs(row[column] ?? 0) > 1e-9);
    if (found < 0) continue;
    const pivotRow = matrix[found] ?? [];
    matrix[found] = matrix[rank] ?? [];
    const pivot = pivotRow[column] ?? 1;
    const scaled = pivotRow.map((value) => value / pivot);
    matrix[rank] = scaled;
    for (const [at, row] of matrix.entries()) {
      const factor = row[column] ?? 0;
      if (at !== rank && Math.abs(factor) > 1e-9)
        matrix[at] = row.map((value, place) => value - factor * (scaled[place] ?? 0));
    }
    rank += 1;
  }
  return matrix.flatMap((row) => {
    const places = row.flatMap((value, place) => (Math.abs(value) > 1e-9 ? [place] : []));
    const [only] = places;
    return places.length === 1 && only !== undefined ? [order[only] ?? -1] : [];
  });
}

/**
 * Unknowns whose lower and upper bound meet. A hidden group has at least one row, since empty ones are shown; bounds are
 * tightened relation by relation until nothing moves (the shuttle algorithm: Buzzigoli & Giusti 1999).
 */
function squeezed(problem: Problem, hidden: Hidden): number[] {
  const bounds = new Map(
    [...hidden].map((at) => [at, { low: Math.min(1, rows(problem, at)), high: Number.POSITIVE_INFINITY }]),
  );
  for (let round = 0; round < 50; round++) {
    const moved = problem.relations.filter((relation) => tighten(problem, relation, hidden, bounds)).length;
    if (moved === 0) break;
  }
  return [...bounds].filter(([, { low, high }]) => low === high).map(([at]) => at);
}

type Bounds = Map<number, { low: number; high: number }>;

function tighten(problem: Problem, relation: Relation, hidden: Hidden, bounds: Bounds): boolean {
  const unknowns = unknownsOf(relation, hidden);
  // What the unknowns add up to, signs counted: known to the reader from the shown numbers.
  const sum = [...unknowns].reduce((total, [at, sign]) => total + sign * rows(problem, at), 0);
  let moved = false;
  for (const [at, sign] of unknowns) {
    let [least, most] = [0, 0];
    for (const [other, otherSign] of unknowns) {
      const bound = bounds.get(other);
      if (other === at || !bound) continue;
      least += otherSign > 0 ? bound.low : -bound.high;
      most += otherSign > 0 ? bound.high : -bound.low;
    }
    const own = bounds.get(at);
    if (!own) continue;
    const low = Math.max(own.low, sign > 0 ? sum - most : least - sum);
    const high = Math.min(own.high, sign > 0 ? sum - least : most - sum);
    if (low > own.low || high < own.high) moved = true;
    bounds.set(at, { low, high });
  }
  return moved;
}
