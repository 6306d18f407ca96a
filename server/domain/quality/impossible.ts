// What cannot be true, whoever wrote it.
import { enrolmentsByKey, examineEach, type Rule } from './finding.ts';

const youngest = 14;
const oldest = 100;
const hoursInWeek = 168;

const endBeforeStart: Rule = {
  name: 'endBeforeStart',
  weight: 'impossible',
  among: 'exits',
  examine: ({ enrolments }) =>
    examineEach(
      enrolments.filter((each) => each.end !== undefined),
      ({ start, end = start }) => end < start,
    ),
};

/** Age as it is counted everywhere: year of the start minus year of birth. */
const ageOutside: Rule = {
  name: 'ageOutside',
  weight: 'impossible',
  among: 'enrolments',
  examine: ({ enrolments }) =>
    examineEach(enrolments, ({ start, birthYear }) => {
      if (birthYear === undefined) return false;
      const age = Number(start.slice(0, 4)) - birthYear;
      return age < youngest || age > oldest;
    }),
};

const isNoWeek = (hours: number) => hours < 0 || hours > hoursInWeek;

const hoursOutside: Rule = {
  name: 'hoursOutside',
  weight: 'impossible',
  among: null,
  examine: ({ activities, interventions }) => {
    const told = interventions.filter((each) => each.hoursPerWeek !== undefined);
    return [
      ...examineEach(activities, ({ hoursPerWeek }) => isNoWeek(hoursPerWeek)),
      ...examineEach(told.map(dated), ({ hoursPerWeek = 0 }) => isNoWeek(hoursPerWeek)),
    ];
  },
};

const dated = <Row extends { start: string }>(row: Row) => ({ ...row, date: row.start });

const interventionEndBeforeStart: Rule = {
  name: 'interventionEndBeforeStart',
  weight: 'impossible',
  among: null,
  examine: ({ interventions }) =>
    examineEach(
      interventions.filter((each) => each.end !== undefined).map(dated),
      ({ start, end = start }) => end < start,
    ),
};

/** Also one of somebody who has not left. */
const followUpBeforeExit: Rule = {
  name: 'followUpBeforeExit',
  weight: 'impossible',
  among: null,
  examine: (rows) => {
    const byKey = enrolmentsByKey(rows);
    return examineEach(rows.followUps, ({ enrolment, date }) => {
      const end = byKey.get(enrolment)?.end;
      return end === undefined || date < end;
    });
  },
};

const cardOutside: Rule = {
  name: 'cardOutside',
  weight: 'impossible',
  among: null,
  examine: (rows) => {
    const byKey = enrolmentsByKey(rows);
    return examineEach(rows.cards, ({ enrolment, date }) => {
      const { start = date, end = date } = byKey.get(enrolment) ?? {};
      return date < start || date > end;
    });
  },
};

/** What is registered as done but dated after today. A planned exit may lie ahead. */
const dateAhead: Rule = {
  name: 'dateAhead',
  weight: 'impossible',
  among: null,
  examine: ({ cards, activities, followUps, today }) =>
    [cards, activities, followUps].flatMap((rows) =>
      examineEach<{ enrolment: string; date: string }>(rows, ({ date }) => date > today),
    ),
};

export const impossible: readonly Rule[] = [
  ...[endBeforeStart, ageOutside, hoursOutside, interventionEndBeforeStart],
  ...[followUpBeforeExit, cardOutside, dateAhead],
];
