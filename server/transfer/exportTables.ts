// A programme's rows as the CSV files of its folder, in an order that is always the same.
import { stringify } from 'csv-stringify/sync';
import type { ProgrammeRows, Response } from '../domain/programme/records.ts';
import type { Programme } from '../domain/programme/schema.ts';
import { type AnyDefinition, isCard } from '../domain/surveys/definition.ts';
import { entriesOf } from '../domain/surveys/fields/entries.ts';
import { type AnswerReader, answerReader } from './answers.ts';
import { enrolmentColumns } from './tables/enrolments.ts';
import { activityColumns, followUpColumns, interventionColumns } from './tables/events.ts';
import { responseColumns } from './tables/responses.ts';

export interface File {
  file: string;
  text: string;
  rows: number;
}
type Line = Record<string, unknown>;

/** Only those that have rows. */
export function exportTables(programme: Programme, rows: ProgrammeRows, surveys: readonly AnyDefinition[]): File[] {
  const enrolments = rows.enrolments.map(({ fields, ...row }) => ({ ...fields, ...row }));
  const all = [
    csv('enrolments.csv', enrolmentColumns(programme), sorted(enrolments, 'enrolment')),
    csv('interventions.csv', interventionColumns, sorted(rows.interventions, 'enrolment', 'start', 'type')),
    csv('activity.csv', activityColumns, sorted(rows.activities, 'enrolment', 'date')),
    csv('followups.csv', followUpColumns, sorted(rows.followUps, 'enrolment', 'date')),
    cardTable(programme, rows, surveys),
    ...responseTables(programme, rows, surveys),
  ];
  return all.filter((each) => each.rows > 0);
}

/**
 * A card that knows its version is written by it, and where there are several the version stands in a column of its own. Of all
 * others the newest version that has a place for every answer names the columns.
 */
function cardTable(programme: Programme, { assessments }: ProgrammeRows, surveys: readonly AnyDefinition[]): File {
  const cards = surveys.filter(isCard).sort((a, b) => (a.name === b.name ? b.version - a.version : 0));
  const readers = cards.map(
    (card) =>
      [
        answerReader(programme, card.halves.person, 'person.'),
        answerReader(programme, card.halves.coordinator, 'coordinator.'),
      ] as const,
  );
  const answers = (card: (typeof assessments)[number], [person, coordinator]: (typeof readers)[number]) =>
    new Map([...person.write(card.person), ...coordinator.write(card.coordinator)]);
  const size = (card: (typeof assessments)[number]) =>
    Object.keys(card.person).length + Object.keys(card.coordinator).length;
  const versionless = assessments.filter(({ version }) => version === undefined);
  const fitting = readers.find((reader) => versionless.every((card) => answers(card, reader).size === size(card)));
  if (versionless.length > 0 && !fitting) throw new Error('no version of the card has a column for every answer');
  const readerOf = ({ version }: (typeof assessments)[number]) =>
    version === undefined ? fitting : readers[cards.findIndex((card) => card.version === version)];
  const used = new Set([...(versionless.length > 0 ? [fitting] : []), ...assessments.map(readerOf)]);
  const asked = [...used].flatMap((reader) => (reader ?? []).flatMap((half: AnswerReader) => half.columns));
  const lines = sorted(assessments, 'enrolment', 'date').map((card) => {
    const reader = readerOf(card);
    if (!reader) throw new Error(`a card is of version ${card.version}, which is not there`);
    const { enrolment, date, version } = card;
    return { enrolment, date, version, ...Object.fromEntries(answers(card, reader)) };
  });
  const isTold = cards.length > 1 && versionless.length < assessments.length;
  const head = ['enrolment', 'date', ...(isTold ? ['version'] : [])];
  return csv('assessments.csv', [...head, ...new Set(asked)], lines);
}

function responseTables(programme: Programme, { responses }: ProgrammeRows, surveys: readonly AnyDefinition[]): File[] {
  const names = [...new Set(responses.map((each) => each.survey))].sort();
  return names.map((name) => {
    const versions = surveys.flatMap((each) => (each.name === name && !isCard(each) ? [each] : []));
    const readers = new Map(versions.map((each) => [each.version, answerReader(programme, each)]));
    const asked = new Set([...readers.values()].flatMap((reader) => reader.columns));
    const anonymous = versions.every((each) => each.anonymous);
    const own = responseColumns.filter((column) => !anonymous || !['enrolment', 'birthYear'].includes(column));
    const rows = sorted(
      responses.filter((each) => each.survey === name),
      'response',
    );
    const isUsed = usedColumns(rows, [...readers.values()]);
    const lines = rows.map((row) => responseLine(row, readers.get(row.version)));
    return csv(`responses/${name}.csv`, [...own, ...[...asked].filter(isUsed)], lines);
  });
}

/** Entries of a repeating panel have columns up to the largest number that somebody gave. */
function usedColumns(rows: readonly Response[], readers: readonly AnswerReader[]): (column: string) => boolean {
  const entries = new Map(readers.flatMap((reader) => [...reader.entries]));
  const largest = new Map<string, number>();
  for (const { question } of new Set(entries.values())) {
    if (largest.has(question)) continue;
    const counts = rows.map(({ answers }) => entriesOf(answers[question]).length);
    largest.set(question, Math.max(0, ...counts));
  }
  return (column) => {
    const entry = entries.get(column);
    return !entry || entry.number <= (largest.get(entry.question) ?? 0);
  };
}

/** A response of an enrolment takes its background from there when it is read again. */
function responseLine({ answers, survey, ...row }: Response, reader: AnswerReader | undefined): Line {
  if (!reader) throw new Error(`a response is of ${survey} version ${row.version}, which is not there`);
  const { enrolment, response, version, wave, submittedAt, role, language, mode } = row;
  const bare = { enrolment, response, version, wave, submittedAt, role, language, mode };
  return { ...(enrolment === undefined ? row : bare), ...Object.fromEntries(reader.write(answers)) };
}

/** In code-unit order of the keys, so that the same rows always give the same file. */
function sorted<Row extends object>(rows: readonly Row[], ...keys: (keyof Row)[]): Row[] {
  const key = (row: Row) => keys.map((each) => String(row[each])).join('\0');
  const keyed = rows.map((row) => [key(row), row] as const);
  return keyed.sort(([a], [b]) => (a < b ? -1 : Number(a > b))).map(([, row]) => row);
}

export function csv(file: string, columns: readonly string[], lines: readonly object[]): File {
  const text = stringify([...lines], { header: true, columns: [...columns], quoted_match: /[\r\n]/ });
  return { file, text, rows: lines.length };
}
