// The programme's rows as columns. Built from plain rows here; whoever loads them may as well fill the columns itself.

import type { FollowUp, ProgrammeRows } from '../programme/records.ts';
import type { Population, Programme } from '../programme/schema.ts';
import type { AnyDefinition } from '../surveys/definition.ts';
import { rowsAsOf } from './asOf.ts';
import type { Breaks, Range } from './breaks.ts';
import { assessedColumn, gatherCards, versionsAnswering } from './cards.ts';
import { type CodeColumn, type Codes, type Column, codeColumn, either, gather } from './columns.ts';
import { enrolmentColumn, gatherCourses } from './enrolments.ts';
import { KeptResponses } from './kept.ts';
import { type Question, questionNamesOf } from './questions.ts';
import { responseColumn } from './responses.ts';

/** The rows of one population (responses: of one survey), with a column per name. */
export interface PopulationTable {
  size: number;
  /** The column of a name; every name of `namesOf` has one, as has `cohort`. Undefined for anything else. */
  find(name: string): Column | undefined;
  /** The person behind a row by number, -1 where no person is known. */
  people: Codes;
  /**
   * 1 for rows that count. Only followUps has others: those not reached or declining, who were due all the same.
   * Absent when all rows count.
   */
  counted?: Uint8Array;
  /** The enrolment behind each row; absent in responses. */
  enrolments?: () => CodeColumn;
  /** Of each response two halves of its key's hash, one after the other; absent in other populations. */
  keys?: Uint32Array;
  /** How many responses a row stands for; absent where each stands for one. */
  weights?: Int32Array;
  /** The day each response was submitted; absent in other populations. */
  submitted?: Column;
  /** The survey's version each response was given to; absent in other populations. */
  versions?: Column;
  /** Of those with cards, the lowest and highest version of the cards that answer a question; absent in other populations. */
  versionsAnswering?: (question: Question) => Range | undefined;
}

export interface AnswerTable {
  today: string;
  /** Responses are gathered: goals can be counted by their groups, but nothing that asks for single rows or their days. */
  isGathered: boolean;
  /** @param survey for responses */
  rowsOf(population: Population, survey?: string): PopulationTable;
  /** Where series of answers break. */
  breaks: Breaks;
  /** The table as of what was registered by the end of that day; responses are told by `submitted` instead. */
  asOf(day: string): AnswerTable;
}

const outcomesCounted = ['forward', 'kept', 'back'];

/** A programme's rows as they are kept in memory. */
export interface KeptRows extends Omit<ProgrammeRows, 'responses'> {
  /** By name of the survey. */
  responses: ReadonlyMap<string, KeptResponses>;
}

/** Rows put into columns for one use; see tableOf. */
export function buildTable(
  programme: Programme,
  surveys: readonly AnyDefinition[],
  rows: ProgrammeRows,
  today: string,
): AnswerTable {
  const responses = new Map<string, KeptResponses>();
  for (const survey of new Set(surveys.map(({ name }) => name))) {
    const kept = new KeptResponses(questionNamesOf(surveys.filter(({ name }) => name === survey)));
    kept.add(rows.responses.filter((each) => each.survey === survey));
    responses.set(survey, kept);
  }
  return tableOf(programme, surveys, { ...rows, responses }, today);
}

/**
 * The rows as they are now: to be made anew when they change, which costs little, since columns are made when first asked for.
 * @param surveys every version of every survey that responses or cards may be of
 * @param today 'YYYY-MM-DD', to which `days` of enrolments without an end are reckoned
 * @param breaks of the surveys' versions, as published
 */
export function tableOf(
  programme: Programme,
  surveys: readonly AnyDefinition[],
  rows: KeptRows,
  today: string,
  breaks: Breaks = new Map(),
): AnswerTable {
  const enrolments = enrolmentTable(programme, rows, today);
  const placeOf = new Map(rows.enrolments.map(({ enrolment }, place) => [enrolment, place]));
  const cards = gatherCards(rows.assessments, placeOf, rows.enrolments.length);
  const built = new Map<string, PopulationTable>();
  const build = (population: Population, survey?: string): PopulationTable => {
    switch (population) {
      case 'enrolments':
        return enrolments;
      case 'exits':
        return subset(
          enrolments,
          placesWhere(rows.enrolments.length, (row) => Boolean(rows.enrolments[row]?.end)),
        );
      case 'assessed': {
        const places = placesWhere(rows.enrolments.length, (row) => (cards[row]?.length ?? 0) >= 2);
        return {
          ...subset(enrolments, places, assessedColumn(surveys, cards, places)),
          versionsAnswering: (question) => versionsAnswering(cards, places, question),
        };
      }
      case 'followUps':
        return followUpTable(enrolments, rows.followUps, placeOf);
      case 'responses':
        return responseTable(programme, rows.responses.get(survey ?? ''), enrolments, placeOf);
    }
  };
  return {
    today,
    isGathered: [...rows.responses.values()].some(({ weights }) => weights),
    breaks,
    asOf: (day) => tableOf(programme, surveys, rowsAsOf(rows, day), day, breaks),
    rowsOf(population, survey) {
      const key = population === 'responses' ? `responses ${survey}` : population;
      const table = built.get(key) ?? build(population, survey);
      built.set(key, table);
      return table;
    },
  };
}

function placesWhere(size: number, test: (row: number) => boolean): Int32Array {
  const places: number[] = [];
  for (let row = 0; row < size; row++) if (test(row)) places.push(row);
  return Int32Array.from(places);
}

/** Columns are made when first asked for and kept. */
export function lazily(make: (name: string) => Column | undefined): (name: string) => Column | undefined {
  const made = new Map<string, Column | undefined>();
  return (name) => {
    if (!made.has(name)) made.set(name, make(name));
    return made.get(name);
  };
}

function enrolmentTable(programme: Programme, rows: KeptRows, today: string): PopulationTable {
  const courses = gatherCourses(programme, rows);
  const people = codeColumn(rows.enrolments.length, (row) => rows.enrolments[row]?.person).codes;
  return {
    size: rows.enrolments.length,
    people,
    enrolments: () => codeColumn(rows.enrolments.length, (row) => rows.enrolments[row]?.enrolment),
    find: lazily(enrolmentColumn(programme, rows.enrolments, courses, today)),
  };
}

type MakeColumn = (name: string) => Column | undefined;

function subset(from: PopulationTable, places: Int32Array, own: MakeColumn = () => undefined): PopulationTable {
  const taken = (name: string) => {
    const column = from.find(name);
    return column && gather(column, places);
  };
  const { enrolments: of } = from;
  return {
    size: places.length,
    people: places.map((place) => from.people[place] ?? -1),
    ...(of && { enrolments: () => gather(of(), places) }),
    find: lazily((name) => own(name) ?? taken(name)),
  };
}

/** A follow-up whose enrolment is gone is left out: nobody it could be counted for. */
function followUpTable(
  enrolments: PopulationTable,
  followUps: FollowUp[],
  placeOf: Map<string, number>,
): PopulationTable {
  const known = followUps.filter(({ enrolment }) => placeOf.has(enrolment));
  const places = Int32Array.from(known, ({ enrolment }) => placeOf.get(enrolment) ?? -1);
  const outcome = codeColumn(known.length, (row) => known[row]?.outcome);
  return {
    ...subset(enrolments, places, (name) => (name === 'followUp' ? outcome : undefined)),
    counted: Uint8Array.from(known, (each) => Number(outcomesCounted.includes(each.outcome))),
  };
}

function responseTable(
  programme: Programme,
  kept: KeptResponses | undefined,
  enrolments: PopulationTable,
  placeOf: Map<string, number>,
): PopulationTable {
  if (!kept) return { size: 0, people: new Int8Array(0), find: () => undefined };
  const links = kept.find('enrolment') as CodeColumn;
  const own = lazily(responseColumn(programme, kept));
  const { weights } = kept;
  const common = {
    size: kept.size,
    submitted: kept.find('day'),
    versions: kept.find('version'),
    keys: kept.keys,
    ...(weights && { weights }),
  };
  if (links.dictionary.length === 0) return { ...common, people: new Int8Array(kept.size).fill(-1), find: own };
  const placeOfCode = links.dictionary.map((enrolment) => placeOf.get(enrolment) ?? -1);
  const places = Int32Array.from(links.codes, (code) => placeOfCode[code] ?? -1);
  // Background comes from the enrolment where there is one, else from the response itself.
  const background = ['site', 'gender', 'birthYear', 'age', 'ageBand', 'bornAbroad', 'referrer', 'cohort'];
  const find = (name: string): Column | undefined => {
    const column = own(name);
    const linked = background.includes(name) || name === 'start' || name === 'days' ? enrolments.find(name) : undefined;
    return linked ? either(gather(linked, places), column) : column;
  };
  return { ...common, people: places.map((place) => enrolments.people[place] ?? -1), find: lazily(find) };
}
