// First and latest of the finished cards, question by question.
import type { AssessmentView } from '../../../server/contract/enrolment.ts';
import type { CardHalf } from '../../api/enrolments.ts';

export interface Finished {
  date: string;
  version: number | null;
  person: Record<string, number>;
  coordinator: Record<string, number>;
}
export interface ChangeRow {
  key: string;
  first: number | null;
  latest: number | null;
  /** Latest minus first; null when either is missing, or there is one card alone. */
  change: number | null;
  /** Cards in which it was answered. */
  n: number;
  /** The question became another one between the two. */
  isBroken: boolean;
}
type Breaks = Readonly<Record<string, readonly number[]>>;

/** Cards with both halves in, oldest first. */
export const finishedCards = (assessments: readonly AssessmentView[]): Finished[] =>
  assessments
    .flatMap(({ date, version, person, coordinator }) =>
      person && coordinator ? [{ date, version, person, coordinator }] : [],
    )
    .sort((one, other) => one.date.localeCompare(other.date));

/** Questions of the card in force, then what earlier versions asked besides. */
export const changeRows = (
  cards: readonly Finished[],
  half: CardHalf,
  asked: readonly string[],
  breaks: Breaks = {},
): ChangeRow[] => {
  const answered = cards.flatMap((card) => Object.keys(card[half]));
  const first = cards[0]?.[half] ?? {};
  const latest = cards.at(-1)?.[half] ?? {};
  return [...new Set([...asked, ...answered])].map((key) => {
    const [from, to] = [first[key] ?? null, latest[key] ?? null];
    const change = cards.length > 1 && from !== null && to !== null ? to - from : null;
    const isBroken = change !== null && liesBetween(breaks[`${half}.${key}`], cards[0]?.version, cards.at(-1)?.version);
    const n = cards.filter((card) => card[half][key] !== undefined).length;
    return { key, first: from, latest: to, change, n, isBroken };
  });
};

const liesBetween = (versions: readonly number[] = [], first: number | null = null, latest: number | null = null) =>
  versions.some((version) => (first ?? version) < version && version <= (latest ?? 0));

/** Means over the questions answered in both cards; null when there is none. */
export const meansOf = (rows: readonly ChangeRow[]) => {
  const both = rows.filter((row) => row.change !== null);
  if (both.length === 0) return null;
  const mean = (of: (row: ChangeRow) => number | null) =>
    both.reduce((sum, row) => sum + (of(row) ?? 0), 0) / both.length;
  return { first: mean((row) => row.first), latest: mean((row) => row.latest), change: mean((row) => row.change) };
};
