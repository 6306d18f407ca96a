// First and last answer to the nine questions of everyone with two or more cards. The sums of the changes are fixed whole
// numbers per question and group, so that the published means come out; who changed, and how much, is chance.
import { createRandom, type Random } from '../random.ts';
import type { Participant } from './people.ts';

export const personQuestions = [
  'health',
  'knowWhatToDo',
  'jobIdea',
  'canManageJob',
  'jobSearch',
  'everydayLife',
  'network',
  'contact',
  'cooperation',
] as const;
export type PersonQuestion = (typeof personQuestions)[number];

export interface Step {
  person: Participant;
  first: Record<PersonQuestion, number>;
  last: Record<PersonQuestion, number>;
}

/** Mean level of the first answer. */
const levels: Record<PersonQuestion, number> = {
  health: 2.6,
  knowWhatToDo: 2.7,
  jobIdea: 2.9,
  canManageJob: 2.5,
  jobSearch: 2.1,
  everydayLife: 3.1,
  network: 3,
  contact: 3.1,
  cooperation: 3.6,
};
const nineQuestions = { woman: 0.3255, man: 0.2465, other: 0.27 };
const genders = ['woman', 'man', 'other'] as const;
/** Total, and the women's own mean; the men have what remains. */
const byGender = { knowWhatToDo: { all: 0.51, woman: 0.56 }, jobIdea: { all: 0.32, woman: 0.36 } } as const;
const canManageJob = 0.33;
/** Change in canManageJob at sites, as published for two of them; the rest share what remains of the whole. */
const canManageJobAtSite: Readonly<Record<string, number>> = { mariestad: 1.12, vara: -0.12 };
const restWeights = { health: 5, jobSearch: 6, everydayLife: 6, network: 4, contact: 5, cooperation: 4 } as const;

export function createProgress(people: readonly Participant[]): Map<Participant, Step> {
  const random = createRandom('cresco-plus progress 1');
  const steps = people.map((person) => firstAndLast(random, person));
  const of = (gender: string) => steps.filter(({ person }) => person.gender === gender);
  tuneCanManageJob(random, steps);
  for (const [question, means] of Object.entries(byGender)) {
    const name = question as keyof typeof byGender;
    const woman = Math.round(means.woman * of('woman').length);
    const other = Math.round(means.all * of('other').length);
    const sums = { woman, other, man: Math.round(means.all * steps.length) - woman - other };
    for (const gender of genders) tune(random, of(gender), name, sums[gender]);
  }
  for (const gender of genders) tuneRest(random, of(gender), nineQuestions[gender]);
  return new Map(steps.map((step) => [step.person, step]));
}

/** Answers as chance gives them, tuned to nothing. */
export function firstAndLast(random: Random, person: Participant): Step {
  const answers = (from: (question: PersonQuestion) => number) =>
    Object.fromEntries(personQuestions.map((question) => [question, from(question)])) as Record<PersonQuestion, number>;
  const first = answers((question) => rating(random, levels[question] + shift(person, question)));
  const last = answers((question) =>
    withinScale(
      first[question] +
        random.weighted([
          [-2, 4],
          [-1, 17],
          [0, 43],
          [1, 27],
          [2, 9],
        ]),
    ),
  );
  return { person, first, last };
}

/** Women born abroad rated their health lowest, men born abroad highest. */
function shift(person: Participant, question: PersonQuestion): number {
  if (question !== 'health' || person.bornAbroad === 'no') return 0;
  return person.gender === 'woman' ? -0.8 : 0.9;
}

const withinScale = (value: number) => Math.min(5, Math.max(1, value));

function rating(random: Random, level: number): number {
  const spread = random.next() + random.next() + random.next() - 1.5;
  return withinScale(Math.round(level + 1.7 * spread));
}

const change = (step: Step, question: PersonQuestion) => step.last[question] - step.first[question];
const sumOf = (steps: readonly Step[], question: PersonQuestion) =>
  steps.reduce((sum, step) => sum + change(step, question), 0);

/** Moves last answers one step at a time until the changes sum to `target`. */
function tune(random: Random, steps: readonly Step[], question: PersonQuestion, target: number): void {
  let missing = target - sumOf(steps, question);
  while (missing !== 0) {
    const step = random.pick(steps);
    const direction = Math.sign(missing);
    const moved = step.last[question] + direction;
    if (moved !== withinScale(moved) || Math.abs(change(step, question) + direction) > 3) continue;
    step.last[question] = moved;
    missing -= direction;
  }
}

function tuneCanManageJob(random: Random, steps: readonly Step[]): void {
  const at = (site: string) => steps.filter(({ person }) => person.site === site);
  let remaining = Math.round(canManageJob * steps.length);
  for (const [site, mean] of Object.entries(canManageJobAtSite)) {
    const sum = Math.round(mean * at(site).length);
    tune(random, at(site), 'canManageJob', sum);
    remaining -= sum;
  }
  const others = [...new Set(steps.map(({ person }) => person.site))].filter((site) => !(site in canManageJobAtSite));
  let people = others.reduce((sum, site) => sum + at(site).length, 0);
  others.forEach((site, index) => {
    const group = at(site);
    const deviation = index === others.length - 1 ? 0 : random.integer(-18, 18) / 100;
    const sum = Math.round((remaining / people + deviation) * group.length);
    tune(random, group, 'canManageJob', sum);
    remaining -= sum;
    people -= group.length;
  });
}

/** The six questions without a figure of their own share what the mean of all nine leaves them. */
function tuneRest(random: Random, steps: readonly Step[], meanOfNine: number): void {
  const settled = ['knowWhatToDo', 'jobIdea', 'canManageJob'] as const;
  let remaining =
    Math.round(meanOfNine * 9 * steps.length) - settled.reduce((sum, name) => sum + sumOf(steps, name), 0);
  let weights = Object.values(restWeights).reduce((sum, weight) => sum + weight, 0);
  for (const [question, weight] of Object.entries(restWeights)) {
    const sum = Math.round((remaining * weight) / weights);
    tune(random, steps, question as PersonQuestion, sum);
    remaining -= sum;
    weights -= weight;
  }
}
