import type { Target } from '../programme/schema.ts';
import type { Status } from './results.ts';

/** Below this, a difference is binary rounding noise and not a missed target (0.9 - 0.88 is 0.020000000000000018). */
const noise = 1e-9;

/**
 * Status of an unrounded value against its target (interface.md, "Targets"). `near`: missed by at most `near`, where 0 means never.
 * @param reference value of the wave that `aboveWave` names; null when it has no data
 */
export function statusOf(value: number | null, target: Target, near = 0, reference: number | null = null): Status {
  if (value === null || 'judged' in target) return 'noData';
  if ('aboveWave' in target) return reference === null ? 'noData' : statusOf(value, { above: reference }, near);
  const missed = missedBy(value, target);
  const strict = 'above' in target || 'below' in target;
  if (strict ? missed < -noise : missed <= noise) return 'met';
  return near > 0 && missed <= near + noise ? 'near' : 'notMet';
}

type Bound = Exclude<Target, { aboveWave: string } | { judged: string }>;

/** How far short of the target; negative when beyond it. */
function missedBy(value: number, target: Bound): number {
  if ('atLeast' in target) return target.atLeast - value;
  if ('above' in target) return target.above - value;
  if ('atMost' in target) return value - target.atMost;
  if ('below' in target) return value - target.below;
  return Math.max(target.between[0] - value, value - target.between[1]);
}
