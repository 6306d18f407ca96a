// What has happened since a snapshot: rows that came in, figures that moved, definitions that were changed.
import { isDeepStrictEqual } from 'node:util';
import type { GoalResult, ProgrammeResults, Status, SuppressedGoal } from '../indicators/results.ts';
import type { Goal, Programme, Target, Verdict } from '../programme/schema.ts';
import type { FrozenSurvey, KindCount, ShownCount, ShownNumber } from './content.ts';
import { shownNumber } from './content.ts';

/** A goal's figure at one moment; of a hidden one no number. */
export interface GoalState {
  title: Record<string, string>;
  measure: string;
  value: number | null;
  /** What the value is reckoned on: the n of a mean, else the denominator. */
  n: number | null;
  ci95: [number, number] | null;
  status: Status | null;
  target: Target | null;
  verdict: Verdict | null;
  suppressed: boolean;
  /** It counts answers to versions of a question that are not comparable. */
  versionsNotComparable: boolean;
}
export interface GoalComparison {
  id: string;
  /** null: the programme had no such goal then, or has none now. */
  before: GoalState | null;
  now: GoalState | null;
  changed: ('value' | 'n' | 'status' | 'target' | 'verdict' | 'suppressed')[];
}
export type ComparedCount = ShownCount & { since: ShownNumber };

export interface DefinitionChange {
  what:
    | 'goalAdded'
    | 'goalRemoved'
    | 'goalChanged'
    | 'programmeChanged'
    | 'surveyVersionAdded'
    | 'surveyVersionRemoved'
    | 'surveyVersionChanged';
  goal: string | null;
  survey: string | null;
  version: number | null;
  /** Which parts of the goal or of the programme. */
  fields: string[];
}

/** A number that would give away a hidden one by subtraction is not told either. */
export function compareCounts(then: readonly KindCount[], now: readonly KindCount[], below: number): ComparedCount[] {
  const same = (a: KindCount) => (b: KindCount) => a.kind === b.kind && a.survey === b.survey;
  const added = now.filter((each) => !then.some(same(each))).map((each) => ({ ...each, rows: 0 }));
  return [...then, ...added].map((before) => {
    const rows = now.find(same(before))?.rows ?? 0;
    const shown = shownNumber(before.rows, below);
    const isKnown = shown.rows !== null && shownNumber(rows, below).rows !== null;
    const since = shownNumber(rows - before.rows, below);
    const hidden = { rows: null, fewerThan: since.fewerThan };
    return { kind: before.kind, survey: before.survey, ...shown, since: isKnown || since.rows === 0 ? since : hidden };
  });
}

export function compareGoals(then: ProgrammeResults, now: ProgrammeResults): GoalComparison[] {
  const added = now.goals.filter((goal) => !then.goals.some((each) => each.id === goal.id));
  return [...then.goals, ...added].map(({ id }) => {
    const [before, after] = [then, now].map(({ goals }) => goals.find((each) => each.id === id));
    const states = { before: before ? stateOf(before) : null, now: after ? stateOf(after) : null };
    return { id, ...states, changed: changedParts(states.before, states.now) };
  });
}

function stateOf(goal: GoalResult | SuppressedGoal): GoalState {
  const { title, measure, status, target, verdict, suppressed } = goal;
  const versionsNotComparable = goal.warnings.includes('versionsNotComparable');
  const head = { title, measure, status, target, verdict, suppressed, versionsNotComparable };
  if (goal.suppressed) return { ...head, value: null, n: null, ci95: null };
  return { ...head, value: goal.value, n: goal.n ?? goal.denominator, ci95: goal.ci95 };
}

const compared = ['value', 'n', 'status', 'target', 'verdict', 'suppressed'] as const;
function changedParts(before: GoalState | null, now: GoalState | null): GoalComparison['changed'] {
  if (!before || !now) return [];
  return compared.filter((part) => !isDeepStrictEqual(before[part], now[part]));
}

const nothing = { goal: null, survey: null, version: null, fields: [] };

export function compareDefinitions(then: Programme, now: Programme): DefinitionChange[] {
  const { goals: goalsThen, ...restThen } = then;
  const { goals: goalsNow, ...restNow } = now;
  const fields = differing(restThen, restNow);
  const programme = fields.length > 0 ? [{ ...nothing, what: 'programmeChanged' as const, fields }] : [];
  const before = new Map(goalsThen.map((goal) => [goal.id, goal]));
  const after = new Map(goalsNow.map((goal) => [goal.id, goal]));
  const ids = [...new Set([...before.keys(), ...after.keys()])];
  return [...programme, ...ids.flatMap((id) => goalChange(id, before.get(id), after.get(id)))];
}

/** A verdict is no part of the definition: it stands with the goal's figures. */
function goalChange(id: string, then: Goal | undefined, now: Goal | undefined): DefinitionChange[] {
  if (!then) return [{ ...nothing, what: 'goalAdded', goal: id }];
  if (!now) return [{ ...nothing, what: 'goalRemoved', goal: id }];
  const fields = differing(then, now).filter((field) => field !== 'verdict');
  return fields.length > 0 ? [{ ...nothing, what: 'goalChanged', goal: id, fields }] : [];
}

/** Names of what is not equal. */
function differing(then: object, now: object): string[] {
  const [before, after] = [new Map(Object.entries(then)), new Map(Object.entries(now))];
  const names = new Set([...before.keys(), ...after.keys()]);
  return [...names].filter((name) => !isDeepStrictEqual(before.get(name), after.get(name)));
}

export function compareSurveys(then: readonly FrozenSurvey[], now: readonly FrozenSurvey[]): DefinitionChange[] {
  const same = (a: FrozenSurvey) => (b: FrozenSurvey) => a.name === b.name && a.version === b.version;
  const change = (what: DefinitionChange['what']) => (each: FrozenSurvey) => ({
    ...nothing,
    what,
    survey: each.name,
    version: each.version,
  });
  const isOther = (each: FrozenSurvey) => {
    const other = now.find(same(each));
    return other !== undefined && !isDeepStrictEqual(other.definition, each.definition);
  };
  return [
    ...now.filter((each) => !then.some(same(each))).map(change('surveyVersionAdded')),
    ...then.filter((each) => !now.some(same(each))).map(change('surveyVersionRemoved')),
    ...then.filter(isOther).map(change('surveyVersionChanged')),
  ];
}
