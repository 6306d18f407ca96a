/** A draft against what is published: what would be said of each question, and what an administrator may still say of it. */
import {
  type ComparisonStatus,
  compareVersions,
  type Declared,
  type LastAsked,
  lastAskedIn,
  type QuestionComparison,
} from '../compare.ts';
import type { AnyDefinition, Declaration } from '../definition.ts';
import { type Standing, statedIn, usedOf } from './declarations.ts';
import { changesBetween, isOtherKind, printOf, type Side, sidesOf } from './measured.ts';

export interface DraftComparison extends QuestionComparison {
  /** Without what is said at the question. */
  computed: ComparisonStatus;
  /** The latest version that asks it; null for none, and for a question that is taken away. */
  against: number | null;
  /** Since then, in the words of `reasons`. */
  changes: string[];
  /** Whether it may be said to be comparable. */
  canContinue: boolean;
  /** For `comparableWith.judged`; null for a question that is taken away. */
  judged: string | null;
  declaration: Declaration | null;
  standing: Standing | null;
}

/** @param published oldest first; nothing is compared where there is none */
export function judgeDraft(next: AnyDefinition, published: readonly AnyDefinition[]): DraftComparison[] {
  const latest = published.at(-1);
  if (!latest) return [];
  const findLastAsked = lastAskedIn(published);
  const stated = statedIn(next, published, findLastAsked);
  const computed = new Map(compareVersions(latest, next).map(({ question, status }) => [question, status]));
  const sides = sidesOf(next);
  return compareVersions(latest, next, usedOf(stated), findLastAsked).map((comparison) => {
    const { question, status } = comparison;
    const [fresh, own] = [sides.get(question), stated.get(question)];
    const before = { computed: computed.get(question) ?? status };
    const said = { declaration: own?.declaration ?? null, standing: own?.standing ?? null };
    return { ...comparison, ...before, ...choiceOf(before.computed, fresh, findLastAsked(question)), ...said };
  });
}

function choiceOf(computed: ComparisonStatus, fresh: Side | undefined, last: LastAsked | undefined) {
  const judged = fresh ? printOf(fresh) : null;
  if (!fresh || !last) return { against: null, changes: [], canContinue: false, judged };
  const canContinue = computed !== 'unchanged' && !isOtherKind(last.side, fresh);
  return { against: last.version, changes: changesBetween(last.side, fresh).reasons, canContinue, judged };
}

/** Questions that somebody says are comparable though their answers are of another kind: that is never so. */
export function impossibleIn(next: AnyDefinition, published: readonly AnyDefinition[], declared: Declared): string[] {
  const [sides, findLastAsked] = [sidesOf(next), lastAskedIn(published)];
  return Object.entries(declared).flatMap(([question, { comparable }]) => {
    const [fresh, last] = [sides.get(question), findLastAsked(question)];
    return comparable && fresh && last && isOtherKind(last.side, fresh) ? [question] : [];
  });
}
