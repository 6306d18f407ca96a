import { chooseByQuotas } from '../choose.ts';
import { type Row, sortRows, toCsv } from '../csv.ts';
import { addDays, earlier, officeTime, workday } from '../days.ts';
import { createRandom, type Random } from '../random.ts';
import { whatHelped } from '../texts.ts';
import { definition } from './definition.ts';
import { createParticipants, employmentOrStudies, lengthOf, type Participant } from './people.ts';

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
const exitColumns = [
  'response',
  'version',
  'enrolment',
  'submittedAt',
  'language',
  'mode',
  'feelsBetter',
  'nextStep',
  'activityHours',
  'gotSupport',
  'coordinatorBelieved',
  'whatHelped',
];
const training = { woman: 60, man: 56 };
const webSurvey = { all: 68, gender: { woman: 33, man: 35 }, gotSupport: { woman: 32, man: 34 } };
const byGender = (counts: Record<string, number>) => [{ of: (person: Participant) => person.gender, counts }];
const inWorkOrStudies = (person: Participant) => employmentOrStudies.some((status) => status === person.exitStatus);

/** The files of the folder, by path. */
export function createVagar(): Map<string, string> {
  const people = createParticipants();
  const exits = createRandom('vagar exits 1');
  return new Map([
    ['programme.json', `${JSON.stringify(definition, null, 2)}\n`],
    [
      'enrolments.csv',
      toCsv(
        enrolmentColumns,
        people.map((person) => ({ ...person, referrer: 'incomeSupport', exitReason: reasonFor(exits, person) })),
      ),
    ],
    ['interventions.csv', toCsv(['enrolment', 'type', 'start', 'end', 'hoursPerWeek'], createInterventions(people))],
    ['responses/exit.csv', toCsv(exitColumns, sortRows(createResponses(people), 'response'))],
  ]);
}

function reasonFor(random: Random, { exitStatus }: Participant): string {
  if (exitStatus === 'unknown') return 'unknown';
  if (exitStatus === 'moved') return 'interrupted';
  return random.chance(exitStatus === 'backToReferrer' || exitStatus === 'sickLeave' ? 0.4 : 0.9)
    ? 'completed'
    : 'interrupted';
}

/** Everyone is mapped first; half go on to work training or a placement, fewer at the largest site. */
function createInterventions(people: readonly Participant[]): Row[] {
  const random = createRandom('vagar interventions 1');
  const trained = chooseByQuotas(
    random,
    people,
    training.woman + training.man,
    byGender(training),
    (person) => (person.site === 'ostersund' ? 1 : 4) * (inWorkOrStudies(person) ? 2 : 1),
  );
  return people.flatMap((person) => {
    const row = (type: string, after: number, weeks: number, hoursPerWeek?: number) => {
      const start = workday(addDays(person.start, Math.min(after, Math.floor(lengthOf(person) / 2))));
      return {
        enrolment: person.enrolment,
        type,
        start,
        end: earlier(workday(addDays(start, 7 * weeks)), person.end),
        hoursPerWeek,
      };
    };
    const rows: Row[] = [row('mapping', 0, random.integer(2, 5))];
    if (trained.has(person)) {
      const kind = random.weighted([
        ['workTraining', 5],
        ['practice', 3],
        ['both', 2],
      ]);
      if (kind !== 'practice')
        rows.push(row('workTraining', random.integer(21, 50), random.integer(6, 26), random.pick([8, 12, 15, 20])));
      if (kind !== 'workTraining')
        rows.push(row('practice', random.integer(40, 120), random.integer(4, 16), random.pick([10, 20, 25, 30])));
    }
    if (random.chance(0.45))
      rows.push(row('workPreparation', random.integer(14, 60), random.integer(4, 10), random.pick([3, 6])));
    if (random.chance(0.5))
      rows.push(row('selfStrengthening', random.integer(14, 60), random.integer(6, 16), random.pick([2, 3, 4])));
    if (random.chance(0.12)) rows.push(row('natureRehabilitation', random.integer(20, 70), random.integer(6, 12), 4));
    if (person.bornAbroad === 'yes' && random.chance(0.4))
      rows.push(row('languageSupport', 14, random.integer(8, 26), 4));
    return rows;
  });
}

/** The web survey to those who had left; the report gives 97 per cent but not how many answered. */
function createResponses(people: readonly Participant[]): Row[] {
  const random = createRandom('vagar exit survey 1');
  const chosen = [...chooseByQuotas(random, people, webSurvey.all, byGender(webSurvey.gender))];
  const supported = chooseByQuotas(
    random,
    chosen,
    webSurvey.gotSupport.woman + webSurvey.gotSupport.man,
    byGender(webSurvey.gotSupport),
  );
  return chosen.map((person) => ({
    response: `x${random.hex(12)}`,
    version: 1,
    enrolment: person.enrolment,
    submittedAt: officeTime(random, workday(addDays(person.end, random.integer(0, 24)))),
    language:
      person.bornAbroad === 'no'
        ? 'sv'
        : random.weighted([
            ['sv', 60],
            ['en', 15],
            ['ar', 20],
            ['so', 5],
          ]),
    mode: 'web',
    feelsBetter: random.chance(0.71) ? 'yes' : 'no',
    nextStep: nextStep(random, person),
    activityHours: random.chance(0.9) ? random.pick([0, 4, 8, 10, 15, 20, 25, 30, 40]) : undefined,
    gotSupport: supported.has(person) ? 'yes' : 'partly',
    coordinatorBelieved: random.weighted([
      ['yes', 88],
      ['partly', 10],
      ['no', 2],
    ]),
    whatHelped: person.bornAbroad === 'no' && random.chance(0.35) ? random.pick(whatHelped) : undefined,
  }));
}

function nextStep(random: Random, person: Participant): string {
  if (person.exitStatus === 'studying') return 'studies';
  if (inWorkOrStudies(person)) return 'work';
  if (person.exitStatus === 'employmentService') return 'jobseeker';
  return random.weighted([
    ['other', 60],
    ['none', 40],
  ]);
}
