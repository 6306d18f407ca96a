// The attack on one growing programme: everything asked at every state, then everything put together.
import { countFamily } from '../../../../server/domain/disclosure/family.ts';
import { nextRelease, type Release } from '../../../../server/domain/disclosure/release.ts';
import { hiddenIn, showReleased } from '../../../../server/domain/disclosure/shown.ts';
import { loadSolver } from '../../../../server/domain/disclosure/solver.ts';
import { parseBy } from '../../../../server/domain/indicators/by.ts';
import { computeResults } from '../../../../server/domain/indicators/compute.ts';
import type { Source } from '../../../../server/domain/indicators/selection.ts';
import { type Answer, Attacker, type Outcome, type Question } from './attacker.ts';
import { growingStates, meanings, programme } from './world.ts';

type Ask = (question: Question) => Answer;

await loadSolver();

/** @param control small groups alone are hidden, as if that were enough */
export function attack(seed: number, states: number, control = false): Outcome {
  const attacker = new Attacker();
  let release: Release | undefined;
  for (const [state, source] of growingStates(seed, states).entries()) {
    const truth: Ask = ({ by, days }) => complete(source, by, days);
    if (control) attacker.observe(state, (question) => withoutSmall(truth(question)), truth);
    else {
      release = nextRelease(release, programme, [...countFamily(source)]);
      const isHidden = hiddenIn(release);
      const current = release;
      const open: Ask = ({ by, days }) =>
        showReleased(programme, current, () => false, { by: parseBy(by), minDays: days });
      attacker.observe(
        state,
        ({ by, days }) => showReleased(programme, current, isHidden, { by: parseBy(by), minDays: days }),
        open,
      );
    }
  }
  return attacker.solve();
}

function complete(source: Source, by: string, days: number): Answer {
  return computeResults({ ...source, by: parseBy(by), ...(days > 0 && { minDays: days }) });
}

const isSmall = (count: number) => count > 0 && count < programme.suppression.below;

function withoutSmall(answer: Answer): Answer {
  return answer.map((goal) => {
    const isBased = meanings.get(goal.id)?.base !== null;
    const isFew = (group: { denominator: number | null; missing: number }) =>
      isSmall(group.denominator ?? 0) || (isBased && isSmall((group.denominator ?? 0) + group.missing));
    if (goal.suppressed) return goal;
    const groups = goal.groups.map((group) =>
      group.suppressed || !isFew(group) ? group : { by: group.by, suppressed: true as const },
    );
    return isFew(goal) ? { ...goal, suppressed: true as const, status: null, groups } : { ...goal, groups };
  });
}
