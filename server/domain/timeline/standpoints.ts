// A goal as it stood at the end of a day: its figures, and where each row stood, so that two days can be set against each other.
import { readerOf } from '../answers/columns.ts';
import type { PopulationTable } from '../answers/table.ts';
import type { Countable } from '../indicators/compute.ts';
import { countBy } from '../indicators/count.ts';
import { type Prepared, prepare } from '../indicators/prepare.ts';
import type { Figures } from '../indicators/results.ts';
import { type Source, select } from '../indicators/selection.ts';
import { type Counting, noFigures, standing } from '../indicators/tally.ts';

/** How far a row belongs to a goal: each level holds the ones before it. */
export const level = { out: 0, due: 1, row: 2, base: 3, hit: 4 } as const;

export interface Standpoint {
  day: string;
  figures: Figures;
  /** By row of the population as it is now. */
  levels: Uint8Array;
  /** Of means: what the mean is taken of; NaN where the row is not in the base. */
  values: Float64Array | undefined;
}

/** @param days 'YYYY-MM-DD'; @param sites only these, when given */
export function standpointsOf(
  source: Source,
  indicator: Countable,
  days: readonly string[],
  sites?: readonly string[],
): Standpoint[] {
  return indicator.population === 'responses'
    ? ofResponses(source, indicator, days, sites)
    : ofEnrolments(source, indicator, days, sites);
}

/** Answers do not change: the rows are looked at once, and masked day by day. */
function ofResponses(
  source: Source,
  indicator: Countable,
  days: readonly string[],
  sites?: readonly string[],
): Standpoint[] {
  const selection = select(source, indicator, { sites });
  const prepared = prepare(selection, indicator);
  const { submitted } = selection.table;
  const dates: readonly unknown[] = submitted?.dictionary ?? [];
  return days.map((day) => {
    const isIn = Uint8Array.from(dates, (date) => Number(typeof date === 'string' && date <= day));
    const standings = prepared.counting.standings.map((each, row) =>
      isIn[submitted?.codes[row] ?? -1] === 1 ? each : standing.out,
    );
    return standpoint(day, { ...prepared, counting: { ...prepared.counting, standings } });
  });
}

/** What becomes of people changes with time, so the rows are made anew as of each day. */
function ofEnrolments(
  source: Source,
  indicator: Countable,
  days: readonly string[],
  sites?: readonly string[],
): Standpoint[] {
  const now = source.table.rowsOf(indicator.population);
  const places = new Map(identities(now).map((identity, place) => [identity, place]));
  return days.map((day) => {
    const selection = select({ ...source, table: source.table.asOf(day) }, indicator, { sites });
    const then = standpoint(day, prepare(selection, indicator));
    const levels = new Uint8Array(now.size);
    const values = then.values && new Float64Array(now.size).fill(Number.NaN);
    for (const [row, identity] of identities(selection.table).entries()) {
      const place = places.get(identity) ?? -1;
      levels[place] = then.levels[row] ?? level.out;
      if (values) values[place] = then.values?.[row] ?? Number.NaN;
    }
    return { ...then, levels, values };
  });
}

/** An enrolment's key, and which of its rows: follow-ups have several, in a fixed order. */
function identities({ enrolments, size }: PopulationTable): string[] {
  const column = enrolments?.();
  const read = column ? readerOf(column) : () => null;
  const seen = new Map<string, number>();
  return Array.from({ length: size }, (_, row) => {
    const key = String(read(row));
    const nth = seen.get(key) ?? 0;
    seen.set(key, nth + 1);
    return nth === 0 ? key : `${key}\n${nth}`;
  });
}

function standpoint(day: string, prepared: Prepared): Standpoint {
  const { counting } = prepared;
  const values = valuesIn(counting);
  const levels = counting.standings.map((each, row) => {
    const found = levelOf(counting, each);
    return values && found >= level.base && Number.isNaN(values[row]) ? level.row : found;
  });
  return { day, figures: countBy(prepared, null).figures[0] ?? noFigures, levels, values };
}

function valuesIn({ values, standings }: Counting): Float64Array | undefined {
  if (!values) return undefined;
  return Float64Array.from(standings, (each, row) =>
    each >= standing.incomplete ? (values.dictionary[values.codes[row] ?? -1] ?? Number.NaN) : Number.NaN,
  );
}

function levelOf({ measure, base }: Counting, each: number): number {
  if (each < standing.incomplete) return each === standing.due ? level.due : level.out;
  if (measure !== 'share') return level.hit;
  if (base === 'answered' && each < standing.complete) return level.row;
  return each === standing.completeHit || each === standing.incompleteHit ? level.hit : level.base;
}
