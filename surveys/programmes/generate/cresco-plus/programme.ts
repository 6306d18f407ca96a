import { type Row, sortRows, toCsv } from '../csv.ts';
import { createActivity, createHours } from './activity.ts';
import { assessmentColumns, createAssessments } from './assessments.ts';
import { collaborationColumns, createCollaborationResponses } from './collaboration.ts';
import { definition } from './definition.ts';
import { createExits, type Exit } from './exits.ts';
import { createFollowUps } from './followups.ts';
import { createInterventions } from './interventions.ts';
import { createParticipants, type Participant } from './people.ts';
import { createExitResponses, createTreatmentResponses, exitColumns, treatmentColumns } from './surveys.ts';

const enrolmentColumns = [
  'enrolment',
  'person',
  'site',
  'gender',
  'birthYear',
  'bornAbroad',
  'referrer',
  'start',
  'end',
  'exitReason',
  'exitStatus',
];

/** The files of the folder, by path. */
export function createCrescoPlus(): Map<string, string> {
  const people = createParticipants();
  const exits = createExits(people);
  const hours = createHours(people, exits);
  // Responses are sorted by their random key, so that their order says nothing of when or by whom.
  const responses = (columns: string[], rows: Row[]) => toCsv(columns, sortRows(rows, 'response'));
  return new Map([
    ['programme.json', `${JSON.stringify(definition, null, 2)}\n`],
    [
      'enrolments.csv',
      toCsv(
        enrolmentColumns,
        people.map((person) => enrolmentRow(person, exits.get(person))),
      ),
    ],
    ['assessments.csv', toCsv(assessmentColumns, createAssessments(people))],
    ['interventions.csv', toCsv(['enrolment', 'type', 'start', 'end', 'hoursPerWeek'], createInterventions(people))],
    ['activity.csv', toCsv(['enrolment', 'date', 'hoursPerWeek'], createActivity(people, hours))],
    ['followups.csv', toCsv(['enrolment', 'date', 'outcome'], createFollowUps(people))],
    ['responses/exit.csv', responses(exitColumns, createExitResponses(people, exits, hours))],
    ['responses/treatment.csv', responses(treatmentColumns, createTreatmentResponses(people))],
    ['responses/collaboration.csv', responses(collaborationColumns, createCollaborationResponses())],
  ]);
}

function enrolmentRow({ ageBand, followedUp, ...person }: Participant, exit: Exit | undefined): Row {
  return { ...person, ...exit };
}
