// One pass over the prepared rows per list of groups.
import type { Target } from '../programme/schema.ts';
import type { GroupList } from './groups.ts';
import type { Prepared } from './prepare.ts';
import type { Cell, Figures } from './results.ts';
import { statusOf } from './status.ts';
import { cellOf, emptyTally, figuresOf, noFigures, type Tally, take } from './tally.ts';

/** Figures by group, and those of the rows in no group last. */
export interface Counts {
  figures: Figures[];
  cells: Cell[];
}

type GroupOf = (row: number) => number;

/** @param list the groups; null counts all rows as one group */
export function countBy(prepared: Prepared, list: GroupList | null): Counts {
  const size = list ? list.keys.length : 1;
  const groupOf: GroupOf = list ? (row) => list.index[row] ?? -1 : () => 0;
  const counts = prepared.reach ? sites(prepared, prepared.reach, groupOf, size) : plain(prepared, groupOf, size);
  if (!prepared.rated) return counts;
  const rates = counts.cells.map(({ rows, due }) => ({ answered: rows, due }));
  return { ...counts, figures: counts.figures.map((each, at) => ({ ...each, responseRate: rates[at] ?? null })) };
}

function plain(prepared: Prepared, groupOf: GroupOf, size: number): Counts {
  const tallies = tallyBy(prepared, groupOf, size);
  return {
    figures: tallies.map((tally) => figuresOf(tally, prepared.counting)),
    cells: tallies.map((tally) => cellOf(tally, prepared.counting)),
  };
}

function tallyBy({ rows, counts, counting }: Prepared, groupOf: GroupOf, size: number): Tally[] {
  const tallies = Array.from({ length: size + 1 }, emptyTally);
  for (const row of rows) {
    const group = groupOf(row);
    const tally = tallies[group < 0 ? size : group];
    if (!tally) continue;
    tally.due += 1;
    if (counts(row)) take(tally, counting, row);
  }
  return tallies;
}

/** Sites where `reach` is met, of the sites with rows. A site whose rows have no value does not meet it. */
function sites(prepared: Prepared, target: Target, groupOf: GroupOf, size: number): Counts {
  const site = prepared.table.find('site');
  if (site?.kind !== 'code') throw new RangeError('shareOfSites needs a population with sites');
  const width = site.dictionary.length + 1;
  const siteOf = (row: number) => ((site.codes[row] ?? -1) + width) % width;
  const place: GroupOf = (row) => (groupOf(row) < 0 ? size : groupOf(row)) * width + siteOf(row);
  const tallies = tallyBy(prepared, place, (size + 1) * width);
  const groups = Array.from({ length: size + 1 }, (_, group) => tallies.slice(group * width, (group + 1) * width));
  const meets = (tally: Tally) => statusOf(figuresOf(tally, prepared.counting).value, target) === 'met';
  return { figures: groups.map((bySite) => siteFigures(bySite, meets)), cells: groups.map(siteCell) };
}

/** The last of the tallies holds the rows without a site. */
function siteFigures(bySite: Tally[], meets: (tally: Tally) => boolean): Figures {
  const withRows = bySite.slice(0, -1).filter((tally) => tally.rows > 0);
  const numerator = withRows.filter(meets).length;
  const denominator = withRows.length;
  const value = denominator > 0 ? numerator / denominator : null;
  return { ...noFigures, value, numerator, denominator, missing: bySite.at(-1)?.rows ?? 0 };
}

function siteCell(bySite: Tally[]): Cell {
  const sum = (of: (tally: Tally) => number) => bySite.reduce((total, tally) => total + of(tally), 0);
  const rows = sum((tally) => tally.rows);
  return { rows, base: rows, numerator: null, due: sum((tally) => tally.due) };
}
