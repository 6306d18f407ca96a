// One pass over the rows per list of groups.
import type { Indicator, Population } from '../programme/schema.ts';
import type { GroupList } from './groups.ts';
import type { Cell, Figures } from './results.ts';
import { compiled, countingOf, type Selection } from './selection.ts';
import { statusOf } from './status.ts';
import { type Counting, cellOf, emptyTally, figuresOf, noFigures, type Tally, take } from './tally.ts';

/** Figures by group, and those of the rows in no group last. */
export interface Counts {
  figures: Figures[];
  cells: Cell[];
}

type Countable = Indicator & { population: Population };

/** @param index by row its group, -1 for none; @param size number of groups */
export function countBy(
  selection: Selection,
  indicator: Countable,
  list: Pick<GroupList, 'index'> | null,
  size: number,
): Counts {
  const groupOf = list ? (row: number) => list.index[row] ?? -1 : () => 0;
  const counts =
    indicator.measure === 'shareOfSites'
      ? sites(selection, indicator, groupOf, size)
      : plain(selection, indicator, groupOf, size);
  if (indicator.population !== 'followUps') return counts;
  const rate = ({ rows, due }: Cell) => ({ answered: rows, due });
  return {
    ...counts,
    figures: counts.figures.map((each, at) => ({ ...each, responseRate: rate(counts.cells[at] ?? noCell) })),
  };
}

const noCell: Cell = { rows: 0, base: 0, numerator: null, due: 0 };

function plain(selection: Selection, indicator: Countable, groupOf: (row: number) => number, size: number): Counts {
  if (indicator.measure === 'judged' || indicator.measure === 'shareOfSites')
    throw new RangeError(`${indicator.measure} has no rows`);
  const counting = countingOf(selection, { ...indicator, measure: indicator.measure }, indicator.population);
  const tallies = tallyBy(narrowed(selection, indicator), counting, groupOf, size);
  return {
    figures: tallies.map((tally) => figuresOf(tally, counting)),
    cells: tallies.map((tally) => cellOf(tally, counting)),
  };
}

/** `of` of a count says which rows it counts. */
function narrowed(selection: Selection, { measure, of }: Pick<Indicator, 'measure' | 'of'>): Selection {
  if ((measure !== 'count' && measure !== 'people') || typeof of !== 'string') return selection;
  const { holds } = compiled(selection.table, selection.names, of);
  return { ...selection, includes: (row) => selection.includes(row) && holds(row) };
}

function tallyBy(selection: Selection, counting: Counting, groupOf: (row: number) => number, size: number): Tally[] {
  const tallies = Array.from({ length: size + 1 }, emptyTally);
  const { table, includes, inapplicable } = selection;
  for (let row = 0; row < table.size && !inapplicable; row++) {
    if (!includes(row)) continue;
    const group = groupOf(row);
    const tally = tallies[group < 0 ? size : group];
    if (!tally) continue;
    tally.due += 1;
    if (!table.counted || table.counted[row] === 1) take(tally, counting, row);
  }
  return tallies;
}

/** Sites where `reach` is met, of the sites with rows. A site whose rows have no value does not meet it. */
function sites(selection: Selection, indicator: Countable, groupOf: (row: number) => number, size: number): Counts {
  const { reach, population } = indicator;
  const site = selection.table.find('site');
  if (!reach || site?.kind !== 'code') throw new RangeError('shareOfSites needs reach and a population with sites');
  const counting = countingOf(selection, reach, population);
  const width = site.dictionary.length + 1;
  const siteOf = (row: number) => ((site.codes[row] ?? -1) + width) % width;
  const tallies = tallyBy(
    narrowed(selection, reach),
    counting,
    (row) => (groupOf(row) < 0 ? size : groupOf(row)) * width + siteOf(row),
    (size + 1) * width,
  );
  const groups = Array.from({ length: size + 1 }, (_, group) => tallies.slice(group * width, (group + 1) * width));
  return {
    figures: groups.map((bySite) =>
      siteFigures(bySite, (tally) => {
        return statusOf(figuresOf(tally, counting).value, reach.target) === 'met';
      }),
    ),
    cells: groups.map(siteCell),
  };
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
