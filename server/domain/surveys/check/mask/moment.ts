import { isMoment, momentExample, momentKindOf } from '../../fields/mask/moment.ts';
import type { Json } from '../../json.ts';
import type { Complain } from '../problem.ts';

const use =
  'write dd, mm and yyyy (or mm and yyyy) in any order, or HH:MM (or HH:MM:ss), with one sign between each two, such as dd/mm/yyyy';
/** Why a pattern that looks right is not supported: the first that applies. */
const reasons: readonly (readonly [RegExp, string])[] = [
  [/[tTh]/, `on a clock of twelve hours noon and midnight are stored alike: ${use}`],
  [/[dy].*[HM]|[HM].*[dy]/, 'a day together with a time is not supported: ask for each in a question of its own'],
  [/(?<!y)y{1,3}(?!y)/, `a year has four digits: ${use}`],
];

function complaintOf(pattern: unknown): string | undefined {
  if (typeof pattern !== 'string' || pattern === '') return use;
  if (momentKindOf(pattern)) return undefined;
  return reasons.find(([sign]) => sign.test(pattern))?.[1] ?? `what is stored of this pattern is not certain: ${use}`;
}

export function checkMoment({ pattern, min, max }: Json, complain: Complain): void {
  const complaint = complaintOf(pattern);
  if (complaint) complain('pattern', complaint);
  const kind = typeof pattern === 'string' ? momentKindOf(pattern) : undefined;
  if (!kind) return;
  for (const [setting, limit] of Object.entries({ min, max }))
    if (limit !== undefined && !(typeof limit === 'string' && isMoment(kind, limit)))
      complain(setting, `write ${setting} as it is stored: ${momentExample(kind)}`);
  if (typeof min === 'string' && typeof max === 'string' && min > max)
    complain('max', 'max lies before min: no answer is possible');
}
