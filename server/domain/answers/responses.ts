// Columns of the responses of one survey: what the response carries itself, and its answers.
import type { Programme } from '../programme/schema.ts';
import { type Column, numberColumn, readerOf } from './columns.ts';
import { bandOf } from './enrolments.ts';
import type { KeptResponses, OwnName } from './kept.ts';

const plain: readonly string[] = [
  ...(['site', 'gender', 'bornAbroad', 'referrer', 'birthYear'] satisfies OwnName[]),
  ...(['role', 'wave', 'language', 'mode'] satisfies OwnName[]),
];

/** @returns a maker of columns by name; undefined for a name that these responses lack */
export function responseColumn(programme: Programme, kept: KeptResponses): (name: string) => Column | undefined {
  return (name) => {
    if (plain.includes(name)) return kept.find(name as OwnName);
    if (name === 'age') return ageColumn(kept);
    if (name === 'ageBand') return ageBandColumn(programme, kept);
    return kept.findAnswer(name);
  };
}

/** Without an enrolment there is no start: the age is then reckoned to the year of the response. */
function ageReader(kept: KeptResponses): (row: number) => number | undefined {
  const [birthYear, day] = [readerOf(kept.find('birthYear')), readerOf(kept.find('day'))];
  return (row) => {
    const born = birthYear(row);
    return typeof born === 'number' ? Number(String(day(row)).slice(0, 4)) - born : undefined;
  };
}

const ageColumn = (kept: KeptResponses): Column => numberColumn(kept.size, ageReader(kept));

function ageBandColumn(programme: Programme, kept: KeptResponses): Column {
  const column = kept.find('ageBand');
  if (kept.find('birthYear').dictionary.length === 0) return column;
  const [stated, age] = [readerOf(column), ageReader(kept)];
  return numberColumn(kept.size, (row) => {
    const band = stated(row);
    return typeof band === 'number' ? band : bandOf(programme.ageBands, age(row));
  });
}
