// The coordinator's list: own sites' people, and what is due.
import { ownSites } from '../../access/roles.ts';
import type { Viewer } from '../../access/viewer.ts';
import type { EnrolmentSummary } from '../../contract/enrolment.ts';
import type { Activity, Enrolment, FollowUp } from '../../domain/programme/records.ts';
import { followUpDue, lastOf, nextCardDue } from '../../domain/schedule/due.ts';
import { listActivitiesOf } from '../../store/activities.ts';
import { isComplete, listAssessmentsOf, type StoredAssessment } from '../../store/assessments.ts';
import { listEnrolments } from '../../store/enrolments.ts';
import { listFollowUpsOf } from '../../store/followUps.ts';
import { listPersons } from '../../store/persons.ts';

interface Registered {
  cards: readonly StoredAssessment[];
  activities: readonly Activity[];
  followUps: readonly FollowUp[];
}

export async function enrolmentList(viewer: Viewer, programme: string): Promise<EnrolmentSummary[]> {
  const sites = ownSites(viewer, programme);
  const rows = (await Promise.all(sites.map((site) => listEnrolments(programme, { site })))).flat();
  const keys = rows.map((row) => row.enrolment);
  const [persons, cards, activities, followUps] = await Promise.all([
    listPersons(programme, [...new Set(rows.map((row) => row.person))]),
    listAssessmentsOf(programme, keys).then(byEnrolment),
    listActivitiesOf(programme, keys).then(byEnrolment),
    listFollowUpsOf(programme, keys).then(byEnrolment),
  ]);
  return rows.map((row) =>
    summary(row, persons.get(row.person)?.name ?? '', {
      cards: cards.get(row.enrolment) ?? [],
      activities: activities.get(row.enrolment) ?? [],
      followUps: followUps.get(row.enrolment) ?? [],
    }),
  );
}

function summary(row: Enrolment, name: string, { cards, activities, followUps }: Registered): EnrolmentSummary {
  const lastDay = lastOf(activities);
  const last = activities.find((each) => each.date === lastDay);
  const { enrolment, person, site, start, end } = row;
  return {
    ...{ enrolment, person, name, site, start, end: end ?? null },
    cards: cards.filter(isComplete).length,
    lastCard: lastOf(cards.filter(isComplete)) ?? null,
    openCard: cards.find((card) => !isComplete(card))?.date ?? null,
    nextCardDue: nextCardDue(row, cards),
    followUpDue: followUpDue(row, followUps),
    lastActivity: last ? { date: last.date, hoursPerWeek: last.hoursPerWeek } : null,
  };
}

function byEnrolment<Row extends { enrolment: string }>(rows: readonly Row[]): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) groups.set(row.enrolment, [...(groups.get(row.enrolment) ?? []), row]);
  return groups;
}
