// The exit survey (311 personal responses) and the treatment survey (311 that lead back to nobody).
import { chooseByQuotas } from '../choose.ts';
import type { Row } from '../csv.ts';
import { addDays, earlier, officeTime, workday } from '../days.ts';
import { createRandom, type Random } from '../random.ts';
import { treatmentComments, whatHelped, whatHelpedEnglish } from '../texts.ts';
import type { Hours } from './activity.ts';
import type { Exit } from './exits.ts';
import type { Participant } from './people.ts';

const respondents = 311;
const lastDay = '2025-06-27';
const gender = { of: (person: Participant) => person.gender, counts: { woman: 185, man: 121, other: 5 } };
const genderAndOrigin = (counts: Record<string, number>) => ({
  of: (person: Participant) => `${person.gender} ${person.bornAbroad}`,
  counts,
});
const age = (counts: Record<string, number>) => ({ of: (person: Participant) => person.ageBand, counts });

export const exitColumns = [
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
export const treatmentColumns = [
  'response',
  'version',
  'submittedAt',
  'site',
  'gender',
  'ageBand',
  'bornAbroad',
  'language',
  'mode',
  'treatedByCoordinator',
  'treatedByReferrer',
  'grounds',
  'comment',
];

export function createExitResponses(
  people: readonly Participant[],
  exits: ReadonlyMap<Participant, Exit>,
  hours: ReadonlyMap<Participant, Hours>,
): Row[] {
  const random = createRandom('cresco-plus exit survey 1');
  const ages = age({ 16: 0, 19: 54, 25: 43, 30: 108, 45: 106 });
  const origins = genderAndOrigin({ 'woman yes': 15, 'man yes': 10, 'other yes': 0 });
  const chosen = [...chooseByQuotas(random, people, respondents, [gender, ages, origins])];
  const better = chooseByQuotas(random, chosen, 188, [
    { ...gender, counts: { woman: 111, man: 74, other: 3 } },
    age({ 19: 40, 25: 31, 30: 68, 45: 49 }),
    genderAndOrigin({ 'woman yes': 8, 'man yes': 7 }),
  ]);
  const believed = chooseByQuotas(random, chosen, 261, [
    { ...gender, counts: { woman: 157, man: 100, other: 4 } },
    age({ 19: 49, 25: 38, 30: 93, 45: 81 }),
    { of: (person) => person.bornAbroad, counts: { yes: 19, no: 242 } },
  ]);
  return chosen.map((person) => {
    const language = languageOf(random, person.bornAbroad);
    return {
      response: `x${random.hex(12)}`,
      version: 1,
      enrolment: person.enrolment,
      submittedAt: officeTime(random, earlier(workday(addDays(person.end, random.integer(-4, 14))), lastDay)),
      language,
      mode: modeOf(random),
      feelsBetter: better.has(person) ? 'yes' : 'no',
      nextStep: nextStep(random, exits.get(person)?.exitStatus ?? ''),
      activityHours: random.chance(0.94) ? hours.get(person)?.last : undefined,
      gotSupport: random.weighted(
        better.has(person)
          ? [
              ['yes', 88],
              ['partly', 11],
              ['no', 1],
            ]
          : [
              ['yes', 74],
              ['partly', 21],
              ['no', 5],
            ],
      ),
      coordinatorBelieved: believed.has(person) ? 'yes' : random.chance(0.75) ? 'partly' : 'no',
      whatHelped: whatHelpedText(random, language),
    };
  });
}

function nextStep(random: Random, status: string): string | undefined {
  if (random.chance(0.03)) return undefined;
  if (['employed', 'ownBusiness', 'subsidised'].includes(status)) return 'work';
  if (status === 'studying') return 'studies';
  if (status === 'jobseeker' || status === 'workTraining') return status;
  return random.weighted([
    ['other', 60],
    ['none', 40],
  ]);
}

function whatHelpedText(random: Random, language: string): string | undefined {
  if (language === 'sv') return random.chance(0.3) ? random.pick(whatHelped) : undefined;
  return language === 'en' && random.chance(0.5) ? random.pick(whatHelpedEnglish) : undefined;
}

function languageOf(random: Random, bornAbroad: string): string {
  return bornAbroad === 'no'
    ? 'sv'
    : random.weighted([
        ['sv', 45],
        ['en', 15],
        ['ar', 18],
        ['uk', 9],
        ['so', 8],
        ['ti', 5],
      ]);
}

function modeOf(random: Random): string {
  return random.weighted([
    ['web', 55],
    ['tablet', 35],
    ['paper', 10],
  ]);
}

export function createTreatmentResponses(people: readonly Participant[]): Row[] {
  const random = createRandom('cresco-plus treatment survey 1');
  const chosen = [
    ...chooseByQuotas(random, people, respondents, [gender, age({ 16: 0 }), genderAndOrigin({ 'other yes': 0 })]),
  ];
  const badlyTreated = chooseByQuotas(random, chosen, 4, [{ ...gender, counts: { woman: 0, man: 4, other: 0 } }]);
  const grounds = createGrounds(random, chosen);
  const byReferrer = chooseByQuotas(random, chosen, respondents - 286, [
    {
      of: (person) => String(grounds.get(person) !== undefined && grounds.get(person) !== 'none'),
      counts: { true: 9 },
    },
  ]);
  return chosen.map((person) => ({
    response: `t${random.hex(12)}`,
    version: 1,
    submittedAt: earlier(workday(addDays(person.end, random.integer(-20, 20))), lastDay),
    site: person.site,
    gender: person.gender,
    ageBand: person.ageBand,
    bornAbroad: person.bornAbroad,
    language: languageOf(random, person.bornAbroad),
    mode: modeOf(random),
    treatedByCoordinator: badlyTreated.has(person) ? (random.chance(0.6) ? 'neither' : 'badly') : 'well',
    treatedByReferrer: byReferrer.has(person) ? (random.chance(0.5) ? 'neither' : 'badly') : 'well',
    grounds: grounds.get(person),
    comment: random.chance(0.16) ? random.pick(treatmentComments) : undefined,
  }));
}

/** The grounds that the report counts; most people who were well treated leave the question unanswered. */
function createGrounds(random: Random, chosen: readonly Participant[]): Map<Participant, string> {
  const grounds = new Map<Participant, string>();
  const give = (count: number, ground: string, who: (person: Participant) => boolean) => {
    const open = random.shuffle(chosen.filter((person) => who(person) && !grounds.has(person)));
    for (const person of open.slice(0, count)) grounds.set(person, ground);
  };
  give(1, 'sex', (person) => person.gender === 'woman');
  give(1, 'sex', (person) => person.gender === 'man');
  give(1, 'sex', (person) => person.gender === 'other');
  give(5, 'disability', (person) => person.gender === 'woman');
  give(1, 'age', (person) => person.gender === 'man');
  // All five of the smallest gender group answer, so that it is not the one group too small to show.
  give(4, 'none', (person) => person.gender === 'other');
  give(116, 'none', () => true);
  return grounds;
}
