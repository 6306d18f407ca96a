// Part counting: a goal over kept columns, against summing the same arrays and against the database's own pipeline.
import { readerOf } from '../../../server/domain/answers/columns.ts';
import { questionNamesOf } from '../../../server/domain/answers/questions.ts';
import { type AnswerTable, tableOf } from '../../../server/domain/answers/table.ts';
import { computeResults } from '../../../server/domain/indicators/compute.ts';
import { KeptProgramme } from '../../../server/store/keptRows.ts';
import { nativeDb } from '../../../server/store/native.ts';
import { streamResponses } from '../../../server/store/responses.ts';
import { openTestDatabase } from '../../support/database.ts';
import { type Figure, inTurns, median, ratio, type Scale, seconds } from '../measure.ts';
import { programme, questionCount, store, thirtyQuestions } from './generate.ts';

const surveys = [thirtyQuestions];
const today = '2025-06-30';
const questions = new Map([['thirty', questionNamesOf(surveys)]]);
const by = [['gender'], ['ageBand']];
const touched = ['q01', 'q21', 'gender', 'ageBand'];
const taken = 100;

export async function* counting(scale: Scale): AsyncIterable<Figure> {
  const database = await openTestDatabase();
  try {
    const few = scale.many / 100;
    await store(0, few);
    const small = await load();
    await store(few, scale.some);
    const middle = await load();
    yield* await againstPipeline(middle.table(), scale);
    await store(scale.some, scale.many);
    yield* await loading(scale);
    const large = await load();
    yield* await againstSums(small.table(), large.table(), scale);
    yield* await refreshing(large.kept, scale);
  } finally {
    await database.close();
  }
}

async function load() {
  const kept = new KeptProgramme(programme.slug, questions);
  await kept.bringUpToDate();
  return { kept, table: () => tableOf(programme, surveys, kept.rows, today) };
}

const count = (table: AnswerTable) => computeResults({ programme, surveys, table, by });

async function againstPipeline(table: AnswerTable, { rounds, some }: Scale): Promise<Figure[]> {
  const answer = count(table)[0];
  const groups = (await Promise.all(by.map(([name = '']) => pipeline(name)))).flat();
  const ours = answer?.groups.map((each) => [each.numerator, each.denominator]).toSorted();
  if (JSON.stringify(ours) !== JSON.stringify(groups.map((each) => [each.hits, each.rows]).toSorted()))
    throw new Error('the pipeline and the table count differently');
  const { theirs, own } = await inTurns(Math.min(rounds, 3), {
    theirs: () => seconds(() => Promise.all(by.map(([name = '']) => pipeline(name)))),
    own: () => seconds(() => count(table)),
  });
  return [
    { what: `the question by pipeline over ${some.toLocaleString('en')}`, value: median(theirs) * 1000, unit: 'ms' },
    { what: 'the same over kept columns', value: median(own) * 1000, unit: 'ms' },
    { key: 'pipelineRatio', what: 'pipeline ÷ columns', value: ratio(theirs, own), unit: '' },
  ];
}

/** Where both questions have an answer: the base of a share among responses. */
async function pipeline(name: string): Promise<{ rows: number; hits: number }[]> {
  const answered = {
    programme: programme.slug,
    survey: 'thirty',
    'answers.q21': 'b',
    'answers.q01': { $exists: true },
  };
  const hit = { $cond: [{ $gte: ['$answers.q01', 4] }, 1, 0] };
  const grouped = { $group: { _id: `$${name}`, rows: { $sum: 1 }, hits: { $sum: hit } } };
  return nativeDb()
    .collection('responses')
    .aggregate<{ rows: number; hits: number }>([{ $match: answered }, grouped])
    .toArray();
}

async function loading({ many }: Scale): Promise<Figure[]> {
  const fields = [...(questions.get('thirty')?.keys() ?? [])].map((name) => `answers.${name}`);
  const projected = ['response', 'submittedAt', 'site', 'gender', 'ageBand', 'language', 'version', ...fields];
  const drained = await seconds(async () => {
    for await (const rows of streamResponses(programme.slug, 'thirty', { fields: projected })) void rows.length;
  });
  let loaded: KeptProgramme | undefined;
  const taking = await seconds(async () => {
    loaded = (await load()).kept;
  });
  const bytes = loaded?.bytes ?? Number.NaN;
  return [
    { what: `first load of ${many.toLocaleString('en')} responses × ${questionCount}`, value: taking, unit: 's' },
    {
      key: 'loadRatio',
      what: 'load ÷ draining the same alone',
      value: drained / taking,
      unit: '',
      goal: { atLeast: 0.6 },
    },
    {
      key: 'bytesPerCell',
      what: 'memory ÷ cells',
      value: bytes / (many * questionCount),
      unit: 'B',
      goal: { atMost: 2 },
    },
  ];
}

async function againstSums(small: AnswerTable, large: AnswerTable, { rounds, many }: Scale): Promise<Figure[]> {
  const arrays = touched.map((name) => large.rowsOf('responses', 'thirty').find(name)?.codes ?? new Int8Array());
  const { ours, sums, fewer } = await inTurns(rounds, {
    ours: () => seconds(() => count(large)),
    sums: () => seconds(() => arrays.map(summed)),
    fewer: () => seconds(() => count(small)),
  });
  const milliseconds = (values: number[]) => median(values) * 1000;
  return [
    {
      what: `a goal, two breakdowns and a filter over ${many.toLocaleString('en')}`,
      value: milliseconds(ours),
      unit: 'ms',
    },
    { what: 'summing the touched arrays', value: milliseconds(sums), unit: 'ms' },
    { key: 'sumRatio', what: 'goal ÷ sums', value: ratio(ours, sums), unit: '', goal: { atMost: 3 } },
    { what: `the goal over ${(many / 100).toLocaleString('en')}`, value: milliseconds(fewer), unit: 'ms' },
  ];
}

function summed(codes: ArrayLike<number>): number {
  let sum = 0;
  for (let row = 0; row < codes.length; row++) sum += codes[row] as number;
  return sum;
}

async function refreshing(kept: KeptProgramme, { many }: Scale): Promise<Figure[]> {
  const full = await seconds(load);
  const times: number[] = [];
  for (let round = 0; round < 5; round++) {
    await store(many + round * taken, many + (round + 1) * taken);
    times.push(await seconds(() => kept.bringUpToDate()));
  }
  const table = tableOf(programme, surveys, kept.rows, today).rowsOf('responses', 'thirty');
  const last = table.find('site');
  if (table.size !== many + 5 * taken || !last || readerOf(last)(table.size - 1) === null)
    throw new Error('not all new rows were taken up');
  return [
    { what: `taking up ${taken} new responses`, value: median(times) * 1000, unit: 'ms' },
    {
      ...{ key: 'refreshRatio', what: 'taking up ÷ full load', value: median(times) / full, unit: '' },
      goal: { atMost: 0.01 },
    },
  ];
}
