import type { Figures } from '../indicators/results.ts';
import type { Indicator } from '../programme/schema.ts';

/** Rows behind a figure, whether they have a value or not: a share or mean over those that answered says the others beside it. */
export function rowsBehind(
  { measure, population, base }: Indicator,
  { n, denominator, missing }: Pick<Figures, 'n' | 'denominator' | 'missing'>,
): number {
  if (measure === 'mean' || measure === 'meanChange') return (n ?? 0) + missing;
  const all = population === 'enrolments' || population === 'exits';
  const answered = measure === 'share' && (base ?? (all ? 'all' : 'answered')) === 'answered';
  return (denominator ?? 0) + (answered ? missing : 0);
}
