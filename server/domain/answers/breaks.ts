// Where a question's series breaks: versions of a survey whose answers to it are not to be counted together with earlier ones.
import type { QuestionComparison } from '../surveys/compare.ts';
import { readerOf } from './columns.ts';
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

/** The first and the last version. */
export type Range = readonly [number, number];

/** @param among waves, only responses of those; @returns undefined for none */
export function versionsIn({ size, versions, find }: PopulationTable, among?: readonly string[]): Range | undefined {
  const waves = among && find('wave');
  if (!versions || (among && !waves)) return undefined;
  const [versionOf, waveOf] = [readerOf(versions), waves && readerOf(waves)];
  let [first, last] = [Number.POSITIVE_INFINITY, 0];
  for (let row = 0; row < size; row++) {
    const version = versionOf(row);
    if (typeof version !== 'number' || (waveOf && !among?.includes(String(waveOf(row))))) continue;
    first = Math.min(first, version);
    last = Math.max(last, version);
  }
  return last > 0 ? [first, last] : undefined;
}
