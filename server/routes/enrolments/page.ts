// A person's page as the own coordinator sees it. Every look is written down before anything is shown.
import type { Viewer } from '../../access/viewer.ts';
import type { AssessmentView, EnrolmentPage } from '../../contract/enrolment.ts';
import { withVersions } from '../../domain/answers/cards.ts';
import type { Enrolment } from '../../domain/programme/records.ts';
import { followUpDue, nextCardDue } from '../../domain/schedule/due.ts';
import { listActivities } from '../../store/activities.ts';
import { isComplete, listAssessments, type StoredAssessment } from '../../store/assessments.ts';
import { listEnrolments } from '../../store/enrolments.ts';
import { listFollowUps } from '../../store/followUps.ts';
import { listInterventions } from '../../store/interventions.ts';
import { listInvitationsOf } from '../../store/invitations.ts';
import { recordLook } from '../../store/looks.ts';
import { findPerson } from '../../store/persons.ts';
import { listSentLinks } from '../../store/sentLinks.ts';
import { surveysOf } from '../../store/surveys.ts';
import { getOwnEnrolment } from '../programmes/own.ts';
import { signaturesOf } from './signatures.ts';

/** Neither half is told to anyone until both are in. */
export function presentAssessment(card: StoredAssessment): AssessmentView {
  const isDone = isComplete(card);
  return {
    date: card.date,
    version: card.version ?? null,
    personDone: card.person !== undefined,
    coordinatorDone: card.coordinator !== undefined,
    person: isDone ? card.person : null,
    coordinator: isDone ? card.coordinator : null,
  };
}

const byDate = (one: { date: string }, other: { date: string }) => one.date.localeCompare(other.date);

export async function enrolmentPageOf(viewer: Viewer, programme: string, key: string): Promise<EnrolmentPage> {
  const row = await getOwnEnrolment(viewer, programme, key);
  await recordLook(viewer.id, programme, key);
  const [person, others, activities, interventions, cards, followUps, invitations, signatures] = await Promise.all([
    findPerson(programme, row.person),
    listEnrolments(programme, { site: row.site, person: row.person }),
    listActivities(programme, key),
    listInterventions(programme, key),
    listAssessments(programme, key),
    listFollowUps(programme, key),
    invitationsOf(programme, key),
    signaturesOf(programme, key),
  ]);
  const done = withVersions(cards.filter(isComplete), await surveysOf(programme));
  const open = cards.filter((each) => !isComplete(each));
  return {
    ...presentRow(row),
    contact: {
      name: person?.name ?? '',
      email: person?.email ?? null,
      phone: person?.phone ?? null,
      language: person?.language ?? null,
    },
    otherEnrolments: others
      .filter((each) => each.enrolment !== key)
      .map(({ enrolment, start, end }) => ({ enrolment, start, end: end ?? null })),
    activities: activities.toSorted(byDate),
    interventions: interventions
      .map(({ type, start, end, hoursPerWeek }) => ({
        ...{ type, start, end: end ?? null, hoursPerWeek: hoursPerWeek ?? null },
      }))
      .toSorted((one, other) => one.start.localeCompare(other.start)),
    assessments: [...done, ...open].map(presentAssessment).toSorted(byDate),
    followUps: followUps.toSorted(byDate),
    invitations,
    signatures,
    nextCardDue: nextCardDue(row, cards),
    followUpDue: followUpDue(row, followUps),
  };
}

function presentRow(row: Enrolment) {
  const { enrolment, person, site, start, end, fields } = row;
  const exit = { exitReason: row.exitReason ?? null, exitStatus: row.exitStatus ?? null };
  return {
    enrolment,
    person,
    site,
    start,
    gender: row.gender ?? null,
    birthYear: row.birthYear ?? null,
    bornAbroad: row.bornAbroad ?? null,
    referrer: row.referrer ?? null,
    fields,
    exit: end === undefined ? null : { end, ...exit },
  };
}

/** Of anonymous surveys it is known that a link was sent, and nothing more. */
async function invitationsOf(programme: string, key: string): Promise<EnrolmentPage['invitations']> {
  const [personal, sent] = await Promise.all([listInvitationsOf(programme, key), listSentLinks(programme, key)]);
  return [
    ...personal.map(({ survey, wave, createdAt, state }) => ({
      ...{ survey, wave: wave ?? null, createdAt, answered: state === 'used' },
    })),
    ...sent.map(({ survey, wave, day }) => ({ survey, wave: wave ?? null, createdAt: day, answered: null })),
  ].toSorted((one, other) => one.createdAt.localeCompare(other.createdAt));
}
