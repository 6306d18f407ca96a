// Goals as a reader sees them who has never seen any before.
import { concealed, whole } from '../../../server/domain/disclosure/protect.ts';
import { nextRelease } from '../../../server/domain/disclosure/release.ts';
import { hiddenIn } from '../../../server/domain/disclosure/shown.ts';
import { loadSolver } from '../../../server/domain/disclosure/solver.ts';
import type { CountedGoal } from '../../../server/domain/indicators/results.ts';
import type { Programme } from '../../../server/domain/programme/schema.ts';

await loadSolver();

export function protect(programme: Programme, goals: CountedGoal[], as: 'operator' | 'evaluator' = 'evaluator') {
  if (as === 'operator') return goals.map(whole);
  const release = nextRelease(undefined, programme, [{ days: 0, goals, since: [] }]);
  const isHidden = hiddenIn(release);
  return goals.map((goal) => concealed(programme, goal, isHidden));
}
