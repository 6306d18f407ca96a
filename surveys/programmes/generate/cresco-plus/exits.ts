// Where each of the 741 exits led: counts chosen so that every published share of work and of work training holds.
import { chooseByQuotas } from '../choose.ts';
import { at, createRandom, type Random } from '../random.ts';
import type { Participant } from './people.ts';
import { countsBySite } from './sites.ts';

export interface Exit {
  exitReason: string;
  exitStatus: string;
}

export const workStatuses = ['employed', 'ownBusiness', 'subsidised', 'studying', 'jobseeker'] as const;
const work = { employed: 23, ownBusiness: 2, subsidised: 42, studying: 44, jobseeker: 7 };
/** At half time 31 and 32 per cent of those who had left were in work and in work training; late enrolments got less far. */
const phases = { halfTimeUntil: '2024-03-31', lateFrom: '2024-09-01' };
const shares = { work: { halfTime: 0.31, late: 0.07 }, training: { halfTime: 0.32, late: 0.15 } };

function phaseOf({ start, end }: Participant): string {
  if (end <= phases.halfTimeUntil) return 'halfTime';
  return start >= phases.lateFrom ? 'late' : 'between';
}

export function createExits(people: readonly Participant[]): Map<Participant, Exit> {
  const random = createRandom('cresco-plus exits 1');
  const inPhase = (phase: string) => people.filter((person) => phaseOf(person) === phase).length;
  const quotas = (
    gender: Record<string, number>,
    age: Record<string, number>,
    site: Record<string, number>,
    share: { halfTime: number; late: number },
  ) => [
    { of: (person: Participant) => person.gender, counts: gender },
    { of: (person: Participant) => person.ageBand, counts: age },
    { of: (person: Participant) => person.site, counts: site },
    {
      of: phaseOf,
      counts: {
        halfTime: Math.round(share.halfTime * inPhase('halfTime')),
        late: Math.round(share.late * inPhase('late')),
      },
    },
  ];
  const working = chooseByQuotas(
    random,
    people,
    118,
    quotas(
      { woman: 61, man: 56, other: 1 },
      { 16: 4, 19: 24, 25: 21, 30: 46, 45: 23 },
      countsBySite((site) => site.work),
      shares.work,
    ),
  );
  const training = chooseByQuotas(
    random,
    people.filter((person) => !working.has(person)),
    155,
    quotas(
      { woman: 92, man: 61, other: 2 },
      { 16: 1, 19: 24, 25: 15, 30: 60, 45: 55 },
      countsBySite((site) => site.training),
      shares.training,
    ),
  );
  const statuses = random.shuffle(Object.entries(work).flatMap(([status, count]) => Array<string>(count).fill(status)));
  const statusOf = new Map([...working].map((person, index) => [person, at(statuses, index)]));
  return new Map(
    people.map((person) => {
      const exitStatus = statusOf.get(person) ?? (training.has(person) ? 'workTraining' : otherStatus(random, person));
      return [person, { exitReason: reasonFor(random, exitStatus), exitStatus }];
    }),
  );
}

function otherStatus(random: Random, person: Participant): string {
  return random.weighted([
    ['sickLeave', person.referrer === 'socialInsurance' ? 55 : 20],
    ['incomeSupport', person.referrer === 'socialInsurance' ? 10 : 40],
    ['sicknessCompensation', person.ageBand >= 30 ? 8 : 3],
    ['healthCare', 14],
    ['otherMeasure', 12],
    ['moved', 3],
    ['unknown', 5],
  ]);
}

function reasonFor(random: Random, status: string): string {
  switch (status) {
    case 'employed':
    case 'ownBusiness':
    case 'subsidised':
      return random.chance(0.6) ? 'completed' : 'interruptedWork';
    case 'studying':
      return random.chance(0.6) ? 'completed' : 'interruptedStudies';
    case 'sickLeave':
    case 'sicknessCompensation':
    case 'healthCare':
      return random.chance(0.55) ? 'interruptedHealth' : 'completed';
    case 'moved':
      return 'interruptedOther';
    case 'unknown':
      return 'unknown';
    default:
      return random.chance(0.85) ? 'completed' : 'interruptedOther';
  }
}
