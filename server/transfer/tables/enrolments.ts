import { type Enrolment, genders, yesNoUnknown } from '../../domain/programme/records.ts';
import type { Programme } from '../../domain/programme/schema.ts';
import type { Cells } from '../cells.ts';
import type { Kind } from '../readTable.ts';

const columns = [
  ...['enrolment', 'person', 'site', 'gender', 'birthYear', 'bornAbroad', 'referrer'],
  ...['start', 'end', 'exitReason', 'exitStatus'],
];

export function enrolmentColumns(programme: Programme): string[] {
  return [...columns, ...programme.fields.map((field) => field.name)];
}

/** For the key of an enrolment the day on which it was erased. */
export type ErasedOn = (enrolment: string) => string | undefined;

export function enrolmentKind(programme: Programme, erasedOn: ErasedOn): Kind<Enrolment> {
  const columns = enrolmentColumns(programme);
  return { columns, key: ['enrolment'], read: (cells) => read(programme, erasedOn, cells) };
}

function read(programme: Programme, erasedOn: ErasedOn, cells: Cells): Enrolment {
  const sites = programme.sites.map((site) => site.slug);
  const row: Enrolment = {
    enrolment: cells.required('enrolment', cells.key('enrolment')),
    person: cells.required('person', cells.key('person')),
    site: cells.required('site', cells.code('site', sites)),
    start: cells.required('start', cells.day('start')),
    ...backgroundOf(programme, cells),
    ...exitOf(programme, cells),
    fields: fieldsOf(programme, cells),
  };
  const day = erasedOn(row.enrolment);
  if (day !== undefined) cells.refuse('enrolment', `${row.enrolment} was erased on ${day}; leave the row out`);
  if (row.start && row.end && row.end < row.start) cells.refuse('end', `${row.end} is before the start ${row.start}`);
  if (row.start && row.birthYear && row.birthYear > Number(row.start.slice(0, 4)))
    cells.refuse('birthYear', `${row.birthYear} is after the start ${row.start}`);
  return row;
}

function backgroundOf(programme: Programme, cells: Cells) {
  const gender = cells.code('gender', genders);
  const birthYear = readBirthYear(cells);
  const bornAbroad = cells.code('bornAbroad', yesNoUnknown);
  const referrer = codeOrText(cells, 'referrer', programme.codes.referrer);
  return {
    ...(gender && { gender }),
    ...(birthYear !== undefined && { birthYear }),
    ...(bornAbroad && { bornAbroad }),
    ...(referrer && { referrer }),
  };
}

export function readBirthYear(cells: Cells): number | undefined {
  return cells.number('birthYear', { min: 1900, max: new Date().getUTCFullYear(), whole: true });
}

/** Codes where the programme lists them, else any short text. */
function codeOrText(cells: Cells, column: string, codes: Programme['codes']['referrer']): string | undefined {
  if (!codes || codes.length === 0) return cells.key(column);
  return cells.code(
    column,
    codes.map((each) => each.value),
  );
}

function exitOf({ codes }: Programme, cells: Cells) {
  const end = cells.day('end');
  const values = (list: readonly { value: string }[]) => list.map((each) => each.value);
  const exitReason = cells.code('exitReason', values(codes.exitReason));
  const exitStatus = cells.code('exitStatus', values(codes.exitStatus));
  for (const [column, value] of Object.entries({ exitReason, exitStatus }))
    if (value && !cells.raw('end')) cells.refuse(column, 'there is no end; fill in the day of the exit');
  return { ...(end && { end }), ...(exitReason && { exitReason }), ...(exitStatus && { exitStatus }) };
}

function fieldsOf(programme: Programme, cells: Cells): Record<string, string> {
  const entries = programme.fields.flatMap(({ name, choices }): [string, string][] => {
    const value = choices ? cells.code(name, choices) : cells.key(name);
    return value === undefined ? [] : [[name, value]];
  });
  return Object.fromEntries(entries);
}
