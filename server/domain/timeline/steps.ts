// Whether what happened between two points of a time line may be told to someone who may not see individuals.
import { level, type Standpoint } from './standpoints.ts';

/** Where each row stood. */
export type Stand = Pick<Standpoint, 'levels' | 'values'>;

export interface Rules {
  below: number;
  cells: boolean;
}

/** Nothing had been registered. */
export const beginning = ({ levels }: Standpoint): Stand => ({
  levels: new Uint8Array(levels.length),
  values: undefined,
});

/**
 * Rows that came or went between two points: at each level (due, row, base), and rows of both bases whose answer changed; with
 * `cells` those that became or ceased to be a hit, or a miss, as well. Their difference is all that two points tell.
 */
export function movesBetween(a: Stand, b: Standpoint, cells: boolean): number[] {
  const moves = { arrived: [0, 0, 0], left: [0, 0, 0], altered: 0, toHit: 0, fromHit: 0, toMiss: 0, fromMiss: 0 };
  for (let row = 0; row < b.levels.length; row++) {
    const [before, after] = [a.levels[row] as number, b.levels[row] as number];
    for (let at = 0; at < 3; at++) {
      if (before <= at && after > at) moves.arrived[at] = (moves.arrived[at] as number) + 1;
      if (before > at && after <= at) moves.left[at] = (moves.left[at] as number) + 1;
    }
    const isInBoth = before >= level.base && after >= level.base;
    if (isInBoth && (before !== after || (b.values && a.values?.[row] !== b.values[row]))) moves.altered += 1;
    if (!cells || before === after) continue;
    moves.toHit += Number(after === level.hit);
    moves.fromHit += Number(before === level.hit);
    moves.toMiss += Number(after === level.base);
    moves.fromMiss += Number(before === level.base);
  }
  const { arrived, left, ...others } = moves;
  return [...arrived, ...left, ...Object.values(others)];
}

/** Every kind of move was made by nobody or by at least `below` rows; of `rows` only coming and going counts. */
export function isSafeStep(a: Stand, b: Standpoint, { below, cells }: Rules, extent: 'figures' | 'rows'): boolean {
  const moves = movesBetween(a, b, cells);
  const looked = extent === 'rows' ? moves.slice(1, 2) : moves;
  return looked.every((rows) => rows === 0 || rows >= below);
}
