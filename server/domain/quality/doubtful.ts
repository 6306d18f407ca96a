// What may be true but hardly is: people enrolled twice, and the same answer to everything.
import type { Enrolment } from '../programme/records.ts';
import type { Examined, Rule } from './finding.ts';
import { isSameThroughout } from './sameThroughout.ts';

function groupsBy(rows: readonly Enrolment[], keyOf: (row: Enrolment) => string): Enrolment[][] {
  const groups = new Map<string, Enrolment[]>();
  for (const row of rows) {
    const group = groups.get(keyOf(row));
    if (group) group.push(row);
    else groups.set(keyOf(row), [row]);
  }
  return [...groups.values()];
}

/** With the day of the start, by which two enrolments of one name are told apart. */
const startOf =
  (found: ReadonlySet<Enrolment>) =>
  (each: Enrolment): Examined => ({
    place: { enrolment: each.enrolment, date: each.start },
    isFound: found.has(each),
  });

/** Both of two enrolments of one person that run on the same day; one may begin on the day the other ends. */
const overlapping: Rule = {
  name: 'overlapping',
  weight: 'doubtful',
  among: 'enrolments',
  examine: ({ enrolments }) => {
    const found = new Set(groupsBy(enrolments, ({ person }) => person).flatMap(meeting));
    return enrolments.map(startOf(found));
  },
};

function meeting(rows: readonly Enrolment[]): Enrolment[] {
  const found = new Set<Enrolment>();
  let latest: Enrolment | undefined;
  for (const row of rows.toSorted((one, other) => (one.start < other.start ? -1 : 1))) {
    if (latest && row.start < endOf(latest)) found.add(latest).add(row);
    if (!latest || endOf(row) > endOf(latest)) latest = row;
  }
  return [...found];
}

/** One without an end runs on; a later text than any day. */
const endOf = ({ end = '9999' }: Enrolment) => end;

/** Different persons alike in all that is known of them and begun on the same day: perhaps one, written in twice. */
const alike: Rule = {
  name: 'alike',
  weight: 'doubtful',
  among: 'enrolments',
  examine: ({ enrolments }) => {
    const known = enrolments.filter(({ gender = 'unknown', birthYear }) => birthYear && gender !== 'unknown');
    const groups = groupsBy(known, (each) => [each.birthYear, each.gender, each.site, each.start].join(' '));
    const found = new Set(groups.filter((group) => new Set(group.map(({ person }) => person)).size > 1).flat());
    return enrolments.map(startOf(found));
  },
};

/** Each half of a card by itself: they are filled in by two people. */
const sameRatings: Rule = {
  name: 'sameRatings',
  weight: 'doubtful',
  among: null,
  examine: ({ cards }) =>
    cards.flatMap(({ enrolment, date, person = {}, coordinator = {} }) =>
      [person, coordinator].flatMap((half): Examined[] => {
        const isSame = isSameThroughout(Object.values(half));
        return isSame === undefined ? [] : [{ place: { enrolment, date }, isFound: isSame }];
      }),
    ),
};

export const doubtful: readonly Rule[] = [overlapping, alike, sameRatings];
