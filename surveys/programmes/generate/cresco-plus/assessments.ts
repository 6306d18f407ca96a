// Every card: the person's half moves from the first to the last answer, the coordinator's half follows it with a will of its own.
import type { Row } from '../csv.ts';
import { createRandom, type Random } from '../random.ts';
import { planCards } from './card-plan.ts';
import type { Participant } from './people.ts';
import { createProgress, firstAndLast, type PersonQuestion, personQuestions, type Step } from './progress.ts';

/** The coordinator's indicators, each with the person's question that it leans on. */
const coordinatorQuestions: Readonly<Record<string, PersonQuestion>> = {
  jobSearch: 'jobSearch',
  labourMarketKnowledge: 'knowWhatToDo',
  concentration: 'everydayLife',
  beliefInJob: 'canManageJob',
  purposefulness: 'jobIdea',
  contact: 'contact',
  cooperation: 'cooperation',
  network: 'network',
  everydayLife: 'everydayLife',
  healthCoping: 'health',
  coordinatorBelief: 'canManageJob',
};

export const assessmentColumns = [
  'enrolment',
  'date',
  ...personQuestions.map((question) => `person.${question}`),
  ...Object.keys(coordinatorQuestions).map((question) => `coordinator.${question}`),
];

export function createAssessments(people: readonly Participant[]): Row[] {
  const random = createRandom('cresco-plus assessments 1');
  const plan = planCards(people);
  const progress = createProgress(people.filter((person) => (plan.get(person)?.length ?? 0) > 1));
  return people.flatMap((person) => {
    const dates = plan.get(person) ?? [];
    const step = progress.get(person) ?? firstAndLast(random, person);
    return dates.map((date, index) =>
      card(random, person, date, dates.length > 1 ? index / (dates.length - 1) : 0, step),
    );
  });
}

function card(random: Random, person: Participant, date: string, part: number, step: Step): Row {
  const answers = Object.fromEntries(
    personQuestions.map((question) => [question, answerAt(random, step.first[question], step.last[question], part)]),
  ) as Record<PersonQuestion, number>;
  const own = Object.entries(answers).map(([question, value]) => [`person.${question}`, value]);
  const ratings = Object.entries(coordinatorQuestions).map(([question, near]) => [
    `coordinator.${question}`,
    random.chance(0.015)
      ? undefined
      : withinScale(
          answers[near] +
            random.weighted([
              [-1, 25],
              [0, 50],
              [1, 25],
            ]),
        ),
  ]);
  return { enrolment: person.enrolment, date, ...Object.fromEntries([...own, ...ratings]) };
}

const withinScale = (value: number) => Math.min(5, Math.max(1, value));

/** First and last exactly; in between on the way, give or take one. */
function answerAt(random: Random, first: number, last: number, part: number): number {
  if (part === 0) return first;
  if (part === 1) return last;
  return withinScale(
    Math.round(first + (last - first) * part) +
      random.weighted([
        [-1, 18],
        [0, 64],
        [1, 18],
      ]),
  );
}
