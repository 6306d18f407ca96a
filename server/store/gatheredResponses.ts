// Responses of a programme that is too large to be kept row by row: the database gathers those that say the same in all that
// is asked for.
import type { GatheredResponses } from '../domain/answers/kept.ts';
import type { Response } from '../domain/programme/records.ts';
import { nativeDb } from './native.ts';

const chunk = 1000;
const circumstances = [
  ...[
    'enrolment',
    'version',
    'wave',
    'site',
    'gender',
    'birthYear',
    'ageBand',
    'bornAbroad',
    'referrer',
    'role',
    'language',
    'mode',
  ],
];
/** What can stand in a path. */
const plainName = /^[A-Za-z_][\w-]*$/;

const rows = () => nativeDb().collection('responses');

interface Group {
  _id: Record<string, unknown>;
  count: number;
}

/** A key may hold no dots, so the answers to be told apart stand in it by number. */
function keyOf(questions: readonly string[], hasBirthYears: boolean): Record<string, string> {
  const own = hasBirthYears ? [...circumstances, 'submittedAt'] : circumstances;
  const carried = Object.fromEntries(own.map((name) => [name, `$${name}`]));
  if (!questions.every((name) => plainName.test(name))) return { ...carried, answers: '$answers' };
  return { ...carried, ...Object.fromEntries(questions.map((name, at) => [`q${at}`, `$answers.${name}`])) };
}

function responseOf({ _id: key }: Group, survey: string, questions: readonly string[]): Response {
  const { answers: all, ...rest } = key;
  const carried = Object.entries(rest).filter(([name, value]) => value !== null && circumstances.includes(name));
  const answers = questions.flatMap((name, at) => {
    const value = key[`q${at}`];
    return value === undefined || value === null ? [] : [[name, value] as const];
  });
  return {
    ...Object.fromEntries(carried),
    ...{
      response: '',
      survey,
      version: Number(key.version ?? 0),
      submittedAt: typeof key.submittedAt === 'string' ? key.submittedAt : '',
    },
    answers: (all ?? Object.fromEntries(answers)) as Response['answers'],
  };
}

/**
 * In batches, in no particular order. The day is there only where a birth year is, since an age is reckoned to it.
 * @param questions names as they stand in the answers; all others are left out
 */
export async function* gatherResponses(
  programme: string,
  survey: string,
  questions: readonly string[],
): AsyncIterable<GatheredResponses[]> {
  const of = { programme, survey };
  const hasBirthYears = (await rows().findOne({ ...of, birthYear: { $exists: true } })) !== null;
  const stages = [{ $match: of }, { $group: { _id: keyOf(questions, hasBirthYears), count: { $sum: 1 } } }];
  const cursor = rows().aggregate<Group>(stages, { batchSize: chunk, allowDiskUse: true });
  while (await cursor.hasNext())
    yield cursor
      .readBufferedDocuments()
      .map((group) => ({ response: responseOf(group, survey, questions), count: group.count }));
}

/** How many responses each of these surveys has. */
export async function countResponses(programme: string, surveys: readonly string[]): Promise<number[]> {
  return Promise.all(surveys.map((survey) => rows().countDocuments({ programme, survey })));
}
