// The month's counts for the funder, as one viewer may see them.
import { countedFields, type FunderCounts, funderTally } from '../domain/funderReport/count.ts';
import { roundedCounts } from '../domain/funderReport/rounding.ts';
import type { Programme } from '../domain/programme/schema.ts';
import { notValid } from '../problems.ts';
import { streamEnrolments } from '../store/enrolments.ts';
import { keyedDraw } from '../store/sealing.ts';
import type { ResultsViewer } from './results.ts';

export interface FunderReport extends FunderCounts {
  month: string;
  /** Each number is one of the two multiples of this beside the true one; null: numbers are exact. */
  roundedTo: number | null;
}

/** @throws Problem not-valid for a month that has not begun */
export async function getFunderReport(
  programme: Programme,
  viewer: ResultsViewer,
  month: string,
): Promise<FunderReport> {
  const now = new Date().toISOString().slice(0, 7);
  if (month > now) notValid('month', 'not-begun', `it has not begun; ask for ${now} or earlier`);
  const sites = viewer.kind === 'coordinator' ? viewer.sites : undefined;
  const tally = funderTally(programme, month, sites);
  for await (const rows of streamEnrolments(programme.slug, { ...(sites && { sites }), fields: countedFields }))
    for (const row of rows) tally.add(row);
  const counts = tally.counts();
  if (viewer.kind !== 'evaluator') return { month, roundedTo: null, ...counts };
  const { below } = programme.suppression;
  const draw = (words: string, choices: number) => keyedDraw(`funder ${programme.slug} ${month} ${words}`, choices);
  return { month, roundedTo: below, ...roundedCounts(counts, below, draw) };
}
