// What each role may ask for (interface.md, "Suppression"): a family of questions small enough to protect jointly.
import type { By } from '../indicators/by.ts';
import { variablesOf } from '../indicators/groups.ts';
import type { Filters } from '../indicators/selection.ts';
import type { Programme } from '../programme/schema.ts';
import type { Viewer } from './protect.ts';

export type Request = Pick<Filters, 'where' | 'cohort' | 'minDays'> & { by?: By };
/** `unknown` is a name the programme lacks (a bad request); `not-allowed` is what this role may not ask (forbidden). */
export interface RequestProblem {
  kind: 'unknown' | 'not-allowed';
  field: 'by' | 'where' | 'cohort' | 'minDays';
  detail: string;
}

export const minimumDays = [90, 180, 365];

/** @returns the first thing that this viewer may not ask of this programme; undefined when all is well */
export function checkRequest(programme: Programme, viewer: Viewer, request: Request): RequestProblem | undefined {
  const { by = [] } = request;
  const known = variablesOf(programme);
  const unknown = by.flat().find((name) => !known.includes(name));
  if (unknown !== undefined)
    return { kind: 'unknown', field: 'by', detail: `by: "${unknown}" is not one of ${known.join(', ')}` };
  return viewer.kind === 'evaluator' ? checkEvaluator(programme, request, by) : undefined;
}

function checkEvaluator(programme: Programme, { where, cohort, minDays }: Request, by: By): RequestProblem | undefined {
  const refuse = (field: RequestProblem['field'], detail: string): RequestProblem => ({
    kind: 'not-allowed',
    field,
    detail,
  });
  if (where !== undefined) return refuse('where', 'where: free filters are for those who may see individuals');
  const cross = by.find((names) => names.length > 1 && !isAllowedCross(programme, names));
  if (cross) return refuse('by', `by: ${cross.join('*')} may not be crossed; ask for ${allowedCrosses(programme)}`);
  if (cohort !== undefined)
    return refuse('cohort', 'cohort: ask for by=cohort; a filter by cohort would cross it with the rest');
  if (minDays === undefined) return undefined;
  if (!minimumDays.includes(minDays)) return refuse('minDays', `minDays: may be ${minimumDays.join(', ')}`);
  const crossed = by.some((names) => names.length > 1);
  return crossed ? refuse('minDays', 'minDays: only with one variable in each list, not with crossed ones') : undefined;
}

/** Whether figures that must be protected may be had by these names crossed. */
export function isAllowedCross(programme: Programme, names: string[]): boolean {
  const [first, second] = names;
  if (names.length !== 2 || first === undefined || second === undefined) return false;
  const { cross } = programme.suppression;
  if (!cross) return first === 'gender' || second === 'gender';
  return cross.some(([a, b]) => (a === first && b === second) || (a === second && b === first));
}

function allowedCrosses(programme: Programme): string {
  const { cross } = programme.suppression;
  return cross ? cross.map((pair) => pair.join('*')).join(', ') || 'no crossed list' : 'gender with one other';
}
