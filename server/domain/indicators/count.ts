// One pass over the prepared rows per list of groups.
import type { Target } from '../programme/schema.ts';
import type { GroupList } from './groups.ts';
import type { Prepared } from './prepare.ts';
import type { Cell, Figures } from './results.ts';
import { statusOf } from './status.ts';
import { cellOf, figuresOf, noFigures, type Tally, tallyBy } from './tally.ts';

/** Figures by group, and those of the rows in no group last. */
export interface Counts {
  figures: Figures[];
  cells: Cell[];
}

/** @param list the groups; null counts all rows as one group */
export function countBy(prepared: Prepared, list: GroupList | null): Counts {
  const counts = prepared.reach ? sites(prepared, prepared.reach, list) : plain(prepared, list);
  if (!prepared.rated) return counts;
  const rates = counts.cells.map(({ rows, due }) => ({ answered: rows, due }));
  return { ...counts, figures: counts.figures.map((each, at) => ({ ...each, responseRate: rates[at] ?? null })) };
}

const sizeOf = (list: GroupList | null) => list?.keys.length ?? 1;

function plain({ counting }: Prepared, list: GroupList | null): Counts {
  const tallies = tallyBy(counting, list?.codes ?? null, sizeOf(list));
  return {
    figures: tallies.map((tally) => figuresOf(tally, counting)),
    cells: tallies.map((tally) => cellOf(tally, counting)),
  };
}

/** Sites where `reach` is met, of the sites with rows. A site whose rows have no value does not meet it. */
function sites({ table, counting }: Prepared, target: Target, list: GroupList | null): Counts {
  const site = table.find('site');
  if (site?.kind !== 'code') throw new RangeError('shareOfSites needs a population with sites');
  const size = sizeOf(list);
  const width = site.dictionary.length + 1;
  const places = new Int32Array(table.size);
  for (let row = 0; row < places.length; row++) {
    const group = list ? (list.codes[row] as number) : 0;
    places[row] = (group < 0 ? size : group) * width + (((site.codes[row] as number) + width) % width);
  }
  const tallies = tallyBy(counting, places, (size + 1) * width);
  const groups = Array.from({ length: size + 1 }, (_, group) => tallies.slice(group * width, (group + 1) * width));
  const meets = (tally: Tally) => statusOf(figuresOf(tally, counting).value, target) === 'met';
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
