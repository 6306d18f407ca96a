// The collaboration survey: the answer counts are the published ones, who gave which is chance with the region most content.
import type { Row } from '../csv.ts';
import { workdayBetween } from '../days.ts';
import { at, createRandom, type Random } from '../random.ts';
import { collaborationComments } from '../texts.ts';

interface Wave {
  slug: string;
  from: string;
  to: string;
  /** How many of each role. */
  roles: Readonly<Record<string, number>>;
  /** How many answered 1, 2, 3, 4 and 5. */
  incomeSupportAndCare: readonly number[];
  labourMarketAndCare: readonly number[];
  /** How many coordinators answered each of `extents`. */
  interventionsOffered: Readonly<Record<string, readonly number[]>>;
}

const extents = ['veryHigh', 'high', 'sometimes', 'low', 'notAtAll'] as const;
const content: Readonly<Record<string, number>> = { region: 1.1, coordinator: 0, municipalManager: -0.9 };

const waves: readonly Wave[] = [
  {
    slug: 'w1',
    from: '2023-05-08',
    to: '2023-06-09',
    roles: { region: 16, municipalManager: 9, coordinator: 20 },
    incomeSupportAndCare: [3, 10, 15, 7, 3],
    labourMarketAndCare: [1, 13, 16, 13, 2],
    interventionsOffered: {
      jobSearch: [1, 7, 6, 5, 1],
      labourMarketKnowledge: [1, 10, 7, 1, 1],
      concentration: [1, 9, 6, 3, 1],
      beliefInJob: [2, 14, 3, 1, 0],
      purposefulness: [1, 9, 7, 1, 1],
      contact: [2, 9, 7, 1, 1],
      cooperation: [2, 10, 6, 2, 0],
      network: [0, 8, 10, 2, 0],
      everydayLife: [2, 11, 4, 3, 0],
      healthCoping: [6, 11, 1, 2, 0],
    },
  },
  {
    slug: 'w2',
    from: '2025-02-03',
    to: '2025-03-07',
    roles: { region: 9, municipalManager: 12, coordinator: 20 },
    incomeSupportAndCare: [3, 10, 13, 10, 3],
    labourMarketAndCare: [1, 13, 16, 9, 2],
    interventionsOffered: {
      jobSearch: [2, 7, 9, 2, 0],
      labourMarketKnowledge: [4, 10, 5, 1, 0],
      concentration: [2, 11, 7, 0, 0],
      beliefInJob: [4, 12, 4, 0, 0],
      purposefulness: [1, 12, 7, 0, 0],
      contact: [2, 12, 6, 0, 0],
      cooperation: [7, 10, 3, 0, 0],
      network: [1, 9, 10, 0, 0],
      everydayLife: [4, 14, 2, 0, 0],
      healthCoping: [3, 13, 4, 0, 0],
    },
  },
];

export const collaborationColumns = [
  'response',
  'version',
  'wave',
  'submittedAt',
  'role',
  'language',
  'mode',
  'incomeSupportAndCare',
  'labourMarketAndCare',
  ...Object.keys(at(waves, 0).interventionsOffered).map((row) => `interventionsOffered.${row}`),
  'comment',
];

export function createCollaborationResponses(): Row[] {
  const random = createRandom('cresco-plus collaboration survey 1');
  return waves.flatMap((wave) => {
    const roles = Object.entries(wave.roles).flatMap(([role, count]) => Array<string>(count).fill(role));
    const income = scores(random, roles, wave.incomeSupportAndCare);
    const labour = scores(random, roles, wave.labourMarketAndCare);
    const offered = matrix(random, roles, wave.interventionsOffered);
    return roles.map((role, index) => ({
      response: `c${random.hex(12)}`,
      version: 1,
      wave: wave.slug,
      submittedAt: workdayBetween(random, wave.from, wave.to),
      role,
      language: 'sv',
      mode: 'web',
      incomeSupportAndCare: income[index],
      labourMarketAndCare: labour[index],
      ...offered[index],
      comment: random.chance(0.2) ? random.pick(collaborationComments) : undefined,
    }));
  });
}

/** Hands out the answers, higher ones rather to the more content roles; as many as are missing go without. */
function scores(random: Random, roles: readonly string[], counts: readonly number[]): (number | undefined)[] {
  const answers = counts.flatMap((count, index) => Array<number>(count).fill(index + 1));
  const willing = random.shuffle(roles.map((_, index) => index)).slice(0, answers.length);
  const mood = new Map(willing.map((index) => [index, (content[at(roles, index)] ?? 0) + 3 * random.next()]));
  const ranked = [...willing].sort((a, b) => (mood.get(a) ?? 0) - (mood.get(b) ?? 0));
  const given = new Map(ranked.map((index, rank) => [index, at(answers, rank)]));
  return roles.map((_, index) => given.get(index));
}

/** The matrix is put to coordinators alone; where the counts fall short, somebody skipped that row. */
function matrix(
  random: Random,
  roles: readonly string[],
  counts: Wave['interventionsOffered'],
): Record<string, string>[] {
  const rows: Record<string, string>[] = roles.map(() => ({}));
  const coordinators = rows.filter((_, index) => roles[index] === 'coordinator');
  for (const [indicator, perExtent] of Object.entries(counts)) {
    const answers = perExtent.flatMap((count, index) => Array<string>(count).fill(at(extents, index)));
    random.shuffle(coordinators).forEach((row, index) => {
      const answer = answers[index];
      if (answer !== undefined) row[`interventionsOffered.${indicator}`] = answer;
    });
  }
  return rows;
}
