// What should be there by now and is not.
import { followUpDue, monthsAfter, monthsBetweenCards } from '../schedule/due.ts';
import { examineEach, type QualityRows, type Rule } from './finding.ts';

const exitsOf = ({ enrolments }: QualityRows) => enrolments.filter((each) => each.end !== undefined);

function countsByEnrolment(rows: readonly { enrolment: string }[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { enrolment } of rows) counts.set(enrolment, (counts.get(enrolment) ?? 0) + 1);
  return counts;
}

const backgroundMissing: Rule = {
  name: 'backgroundMissing',
  weight: 'missing',
  among: 'enrolments',
  examine: ({ enrolments }) =>
    examineEach(enrolments, ({ gender = 'unknown', birthYear }) => gender === 'unknown' || birthYear === undefined),
};

const exitWithoutReason: Rule = {
  name: 'exitWithoutReason',
  weight: 'missing',
  among: 'exits',
  examine: (rows) => examineEach(exitsOf(rows), ({ exitReason }) => exitReason === undefined),
};

/** An answer by a link that names nobody is no one's, so its exit stands here all the same. */
const exitWithoutSurvey: Rule = {
  name: 'exitWithoutSurvey',
  weight: 'missing',
  among: 'exits',
  examine: (rows) =>
    rows.expected.exitSurvey ? examineEach(exitsOf(rows), ({ enrolment }) => !rows.answeredExit.has(enrolment)) : [],
};

/** Of those enrolled for so long that two cards were due; whether a half is missing is another rule's. */
const fewCards: Rule = {
  name: 'fewCards',
  weight: 'missing',
  among: 'enrolments',
  examine: ({ enrolments, cards, expected, today }) => {
    if (!expected.cards) return [];
    const counts = countsByEnrolment(cards);
    const due = enrolments.filter(({ start, end = today }) => monthsAfter(start, 2 * monthsBetweenCards) <= end);
    return examineEach(due, ({ enrolment }) => (counts.get(enrolment) ?? 0) < 2);
  },
};

/** A card of today may still be under way. */
const halfCard: Rule = {
  name: 'halfCard',
  weight: 'missing',
  among: null,
  examine: ({ cards, today }) =>
    examineEach(
      cards.filter(({ date }) => date < today),
      ({ person, coordinator }) => person === undefined || coordinator === undefined,
    ),
};

const followUpMissing: Rule = {
  name: 'followUpMissing',
  weight: 'missing',
  among: 'exits',
  examine: (rows) => {
    if (!rows.expected.followUps) return [];
    const counts = countsByEnrolment(rows.followUps);
    const due = exitsOf(rows).filter((each) => (followUpDue(each, []) ?? rows.today) < rows.today);
    return examineEach(due, ({ enrolment }) => !counts.has(enrolment));
  },
};

export const missing: readonly Rule[] = [
  ...[exitWithoutReason, exitWithoutSurvey, fewCards, halfCard, followUpMissing, backgroundMissing],
];
