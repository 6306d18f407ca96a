// Where a question's series breaks: versions of a survey whose answers to it are not to be counted together with earlier ones.
import type { QuestionComparison } from '../surveys/compare.ts';
import { readerOf } from './columns.ts';
import type { Question } from './questions.ts';
import type { PopulationTable } from './table.ts';

interface Version {
  name: string;
  version: number;
  /** With the version before it. */
  comparison: readonly QuestionComparison[];
}
/** By survey and question the versions that are not comparable with those before them. */
export type Breaks = ReadonlyMap<string, ReadonlyMap<string, readonly number[]>>;

/** A question that was taken out and comes back later breaks there too: nobody has compared the two. */
function breaksOfSurvey(versions: readonly Version[]): Map<string, number[]> {
  const breaks = new Map<string, number[]>();
  const gone = new Set<string>();
  for (const { version, comparison } of versions.toSorted((a, b) => a.version - b.version))
    for (const { question, status } of comparison) {
      if (status === 'removed') gone.add(question);
      if (status === 'notComparable' || (status === 'added' && gone.has(question)))
        breaks.set(question, [...(breaks.get(question) ?? []), version]);
    }
  return breaks;
}

export function breaksOf(versions: readonly Version[]): Breaks {
  const names = [...new Set(versions.map(({ name }) => name))];
  return new Map(names.map((name) => [name, breaksOfSurvey(versions.filter((each) => each.name === name))]));
}

/**
 * Whether responses lie on both sides of a break of one of the questions.
 * @param wave only those of that wave
 */
export function spansBreak(
  { size, versions, find }: PopulationTable,
  questions: readonly string[],
  breaks: ReadonlyMap<string, readonly number[]> | undefined,
  wave?: string,
): boolean {
  const wanted = questions.flatMap((question) => breaks?.get(question) ?? []);
  const waves = wave === undefined ? undefined : find('wave');
  if (wanted.length === 0 || !versions || (wave !== undefined && !waves)) return false;
  const [versionOf, waveOf] = [readerOf(versions), waves && readerOf(waves)];
  let [first, last] = [Number.POSITIVE_INFINITY, 0];
  for (let row = 0; row < size; row++) {
    const version = versionOf(row);
    if (typeof version !== 'number' || (waveOf && waveOf(row) !== wave)) continue;
    first = Math.min(first, version);
    last = Math.max(last, version);
  }
  return wanted.some((version) => first < version && version <= last);
}

/** Whether the cards that answer one of the questions lie on both sides of a break of it. @param breaks of all surveys */
export const cardsSpanBreak = (
  { versionsAnswering }: PopulationTable,
  questions: readonly Question[],
  breaks: readonly ReadonlyMap<string, readonly number[]>[],
): boolean =>
  questions.some((question) => {
    const key = `${question.half ?? 'person'}.${question.question}`;
    const wanted = breaks.flatMap((each) => each.get(key) ?? []);
    const [first = 0, last = 0] = (wanted.length > 0 && versionsAnswering?.(question)) || [];
    return wanted.some((version) => first < version && version <= last);
  });
