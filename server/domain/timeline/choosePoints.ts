// Which points of a time line someone who may not see individuals is shown.

/**
 * What lies between two days may be told; places are those of the days, -1 the beginning, when there was nothing.
 * @param extent `figures`: of both days all figures are known; `rows`: of one of them only how many rows there were
 */
export type MayTell = (earlier: number, later: number, extent: 'figures' | 'rows') => boolean;

export interface Days {
  /** The places that may be shown, in order of time; the last one is today, whose figure is told already. */
  candidates: readonly number[];
  /** Places whose number of rows is told elsewhere. */
  told: readonly number[];
  /** Pairs of places between which the number of new rows is told elsewhere: a cohort came between two ends of quarters. */
  links: readonly (readonly [number, number])[];
}

const beginning = -1;

/**
 * Months are taken in order, each where it is safe against everything that would then be known; others are merged into the next.
 *
 * Why no small number follows: figures grow by what happened between two points, so a reader can subtract any two known ones.
 * Known are the beginning (nothing), today (the goal's own figure), the points chosen, what is told elsewhere, and whatever is
 * linked to these by a shown cohort (of which only the number of rows is known). A month is taken only if between it, with all
 * that it makes known, and every known point each kind of move (rows that came or went, answers that changed) was made by nobody
 * or by at least the limit.
 */
export function choosePoints({ candidates, told, links }: Days, mayTell: MayTell): number[] {
  const today = candidates.at(-1);
  if (today === undefined) return [];
  let known = reachable(new Set([beginning, today, ...told]), links);
  const chosen: number[] = [];
  const between = (one: number, other: number, extent: 'figures' | 'rows') =>
    one === other || mayTell(Math.min(one, other), Math.max(one, other), extent);
  for (const place of candidates.slice(0, -1)) {
    const next = reachable(new Set([...known, place]), links);
    const fresh = known.has(place) ? [place] : [...next].filter((each) => !known.has(each));
    if (![beginning, ...chosen, today].every((other) => between(place, other, 'figures'))) continue;
    if (!fresh.every((one) => [...next].every((other) => between(one, other, 'rows')))) continue;
    known = next;
    chosen.push(place);
  }
  return [...chosen, today];
}

function reachable(from: Set<number>, links: Days['links']): Set<number> {
  const found = new Set(from);
  for (let size = 0; size < found.size; ) {
    size = found.size;
    for (const [a, b] of links) {
      if (found.has(a)) found.add(b);
      if (found.has(b)) found.add(a);
    }
  }
  return found;
}
