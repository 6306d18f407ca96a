// All that the hidden numbers of a component could be, to someone who knows the shown ones.
import type { Component } from './components.ts';
import type { Polytope, Row } from './solver.ts';
import { countOf, type Hidden, type System } from './system.ts';

/** A hidden number may be so much larger than it is, as far as is looked: what has no bound needs one to be solved. */
const farEnough = 1000;

/** Numbers that are not members of the component are taken to be what they are. */
export function polytopeOf(system: System, hidden: Hidden, component: Component): Polytope {
  const { members, sums, differences, nestings } = component;
  const placeOf = new Map(members.map((at, place) => [at, place]));
  const low = leastOf(system, hidden, component, placeOf);
  const high = members.map((at) => countOf(system, at) + farEnough);
  const rows: Row[] = [];
  const equal = (parts: readonly number[], whole: number) => {
    const terms = termsOf(parts, whole, placeOf);
    const known = [...parts].filter((at) => !placeOf.has(at)).reduce((sum, at) => sum + countOf(system, at), 0);
    const sum = (placeOf.has(whole) ? 0 : countOf(system, whole)) - known;
    if (terms.length > 0) rows.push({ terms, low: sum, high: sum });
  };
  for (const { members: inside, whole, isLoose } of sums) if (!isLoose) equal(inside, whole);
  for (const { part, rest, whole } of differences) equal([part, rest], whole);
  for (const { part, whole } of nestings) {
    const [inner, outer] = [placeOf.get(part), placeOf.get(whole)];
    // A release before may have had rows that were taken away since.
    if (countOf(system, part) > countOf(system, whole)) continue;
    if (inner !== undefined && outer === undefined) high[inner] = Math.min(high[inner] ?? 0, countOf(system, whole));
    else if (inner === undefined && outer !== undefined) low[outer] = Math.max(low[outer] ?? 0, countOf(system, part));
    else rows.push({ terms: termsOf([part], whole, placeOf), low: Number.NEGATIVE_INFINITY, high: 0 });
  }
  return { low, high, rows: rows.filter(({ terms }) => terms.length > 0) };
}

/** A hidden group has at least one row, since empty ones are shown; in a list with hidden empty ones any may be such. */
function leastOf(system: System, hidden: Hidden, { members, sums }: Component, placeOf: Map<number, number>): number[] {
  const least = (at: number) => system.unknowns[at]?.least ?? 0;
  const low = members.map((at) => {
    const count = countOf(system, at);
    return system.unknowns[at]?.kind === 'remainder' ? 0 : Math.min(count, Math.max(1, least(at)));
  });
  for (const { members: inside } of sums) {
    if (!inside.some((at) => hidden.has(at) && countOf(system, at) === 0)) continue;
    for (const at of inside) {
      const place = placeOf.get(at);
      if (place !== undefined) low[place] = Math.min(low[place] ?? 0, least(at));
    }
  }
  return low;
}

/** A group may be the whole itself, such as the women among women: it then stands on both sides. */
function termsOf(parts: readonly number[], whole: number, placeOf: ReadonlyMap<number, number>): Row['terms'] {
  const factors = new Map<number, number>();
  for (const [at, factor] of [...parts.map((at) => [at, 1] as const), [whole, -1] as const]) {
    const place = placeOf.get(at);
    if (place !== undefined) factors.set(place, (factors.get(place) ?? 0) + factor);
  }
  return [...factors].filter(([, factor]) => factor !== 0);
}
