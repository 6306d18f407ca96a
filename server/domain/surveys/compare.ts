/**
 * A new version against the one before, question by question. What changes what is measured (wording, scale, codes,
 * who is asked) breaks a series unless the administrator says, with a reason, that it does not.
 */
import { changesBetween, isOtherKind, type Side, sidesOf } from './comparability/measured.ts';
import type { AnyDefinition } from './definition.ts';

export type ComparisonStatus = 'unchanged' | 'comparable' | 'notComparable' | 'added' | 'removed';
export interface QuestionComparison {
  /** `person.health`, `coordinator.health` on a card. */
  question: string;
  status: ComparisonStatus;
  /** English; `declared: ...` gives the administrator's own reason. */
  reasons: string[];
}
export interface Said {
  comparable: boolean;
  reason: string;
}
export type Declared = Readonly<Record<string, Said>>;

/** As the reasons of a comparison hold what somebody said. */
export const saidReason = ({ reason }: Said): string => `declared: ${reason}`;

export interface LastAsked {
  version: number;
  side: Side;
}
/** By the name of a question the latest version that asks it. */
export type FindLastAsked = (question: string) => LastAsked | undefined;

/** @param published oldest first; the older ones are looked into only for what the newer ones do not ask */
export function lastAskedIn(published: readonly AnyDefinition[]): FindLastAsked {
  const known = new Map<AnyDefinition, Map<string, Side>>();
  const newestFirst = published.toReversed();
  return (question) => {
    for (const definition of newestFirst) {
      const sides = known.get(definition) ?? sidesOf(definition);
      known.set(definition, sides);
      const side = sides.get(question);
      if (side) return { version: definition.version, side };
    }
  };
}

/** @param findLastAsked what came back after having been away is judged against the version that asked it last, where something is said of it */
export function compareVersions(
  previous: AnyDefinition,
  next: AnyDefinition,
  declared: Declared = {},
  findLastAsked: FindLastAsked = () => undefined,
): QuestionComparison[] {
  const [before, after] = [sidesOf(previous), sidesOf(next)];
  const names = [...after.keys(), ...[...before.keys()].filter((name) => !after.has(name))];
  return names.map((question) => {
    const [old, fresh] = [before.get(question), after.get(question)];
    const said = Object.hasOwn(declared, question) ? declared[question] : undefined;
    if (!fresh) return { question, status: 'removed', reasons: [] };
    if (old) return { question, ...judge(old, fresh, said) };
    const last = said && findLastAsked(question);
    return { question, ...(last ? judgeReturned(last, fresh, said) : { status: 'added', reasons: [] }) };
  });
}

type Judged = Omit<QuestionComparison, 'question'>;

/** Nobody can say that answers of another kind are comparable. */
const isHeard = (said: Said | undefined, old: Side, fresh: Side): said is Said =>
  said !== undefined && !(said.comparable && isOtherKind(old, fresh));

function judge(old: Side, fresh: Side, said: Said | undefined): Judged {
  const { isBreaking, reasons } = changesBetween(old, fresh);
  if (reasons.length === 0) return { status: 'unchanged', reasons };
  if (!isHeard(said, old, fresh)) return { status: isBreaking ? 'notComparable' : 'comparable', reasons };
  return { status: said.comparable ? 'comparable' : 'notComparable', reasons: [...reasons, saidReason(said)] };
}

function judgeReturned({ version, side }: LastAsked, fresh: Side, said: Said): Judged {
  if (!isHeard(said, side, fresh)) return { status: 'added', reasons: [] };
  const reasons = [`last asked in version ${version}`, ...changesBetween(side, fresh).reasons, saidReason(said)];
  return { status: said.comparable ? 'comparable' : 'notComparable', reasons };
}
