// The answer tables that this process keeps, each brought up to date when it is asked for.
import { breaksOf } from '../domain/answers/breaks.ts';
import { withVersions } from '../domain/answers/cards.ts';
import { questionNamesOf } from '../domain/answers/questions.ts';
import { type AnswerTable, tableOf } from '../domain/answers/table.ts';
import { namesInText } from '../domain/expressions/parse.ts';
import type { Programme } from '../domain/programme/schema.ts';
import { type AnyDefinition, isCard } from '../domain/surveys/definition.ts';
import { connectionNumber } from '../store/database.ts';
import { countResponses } from '../store/gatheredResponses.ts';
import { KeptProgramme, type KeptQuestions } from '../store/keptRows.ts';
import { surveysOf } from '../store/surveys.ts';

interface Kept {
  rows: KeptProgramme;
  /** What the rows are read by; another one means reading them anew. */
  questions: string;
  /** What the table is made by beside the rows. */
  terms: string;
  table: AnswerTable | undefined;
}

/** In the order of their last use. */
const kept = new Map<string, Kept>();
/** Whoever asks for a programme's table waits for those who asked before. */
const turns = new Map<string, Promise<unknown>>();
let most = 512 * 2 ** 20;
let connection = 0;

/** @param bytes beyond which the tables that were not used for longest are dropped */
export function limitTables(bytes: number): void {
  most = bytes;
}

/** Bytes of all that is kept, about. */
export const bytesOfTables = (): number => [...kept.values()].reduce((sum, { rows }) => sum + rows.bytes, 0);
export const listKeptTables = (): string[] => [...kept.keys()];

/**
 * The programme's rows as they are stored now, whichever process wrote them.
 * @param expressions further ones that will be counted, beside those of the goals: free texts are kept only where one asks for them
 * @param today 'YYYY-MM-DD'
 */
export async function getTable(
  programme: Programme,
  surveys: readonly AnyDefinition[],
  today: string,
  expressions: readonly string[] = [],
): Promise<AnswerTable> {
  const { slug } = programme;
  const before = turns.get(slug) ?? Promise.resolve();
  const turn = before.catch(() => undefined).then(() => takeTurn(programme, surveys, today, expressions));
  turns.set(slug, turn);
  try {
    return await turn;
  } finally {
    if (turns.get(slug) === turn) turns.delete(slug);
  }
}

async function takeTurn(
  programme: Programme,
  surveys: readonly AnyDefinition[],
  today: string,
  expressions: readonly string[],
): Promise<AnswerTable> {
  const { slug } = programme;
  if (connection !== connectionNumber()) kept.clear();
  connection = connectionNumber();
  const names = namesAsked(programme, expressions);
  let found = kept.get(slug);
  const all = questionsToKeep(surveys, names);
  const isGathered = found?.rows.isGathered ?? (await isBeyondMemory(slug, all));
  const questions = isGathered ? onlyAsked(all, names) : all;
  const described = JSON.stringify([...questions].map(([survey, each]) => [survey, [...each.values()]]));
  if (found?.questions !== described)
    found = { rows: new KeptProgramme(slug, questions, isGathered), questions: described, terms: '', table: undefined };
  kept.delete(slug); // nothing half-read stays when reading fails
  const hasChanged = await found.rows.bringUpToDate();
  const terms = JSON.stringify([today, programme, surveys.map(({ name, version }) => [name, version])]);
  const isCurrent = !hasChanged && found.terms === terms;
  const table = (isCurrent && found.table) || (await tableOfRows(programme, surveys, found.rows, today));
  kept.set(slug, { ...found, terms, table });
  dropOldest();
  return table;
}

async function tableOfRows(
  programme: Programme,
  surveys: readonly AnyDefinition[],
  { rows }: KeptProgramme,
  today: string,
): Promise<AnswerTable> {
  const published = await surveysOf(programme.slug);
  const assessments = withVersions(rows.assessments, published);
  return tableOf(programme, surveys, { ...rows, assessments }, today, breaksOf(published));
}

/** One that is too large by itself is not kept either. */
function dropOldest(): void {
  for (const slug of kept.keys()) {
    if (bytesOfTables() <= most) return;
    kept.delete(slug);
  }
}

/** What a response takes beside its answers: its key, and a byte or so for each thing it carries. */
const bytesOfResponse = 24;

/** Whether the responses, kept row by row, would take more than all programmes together may: a byte an answer is reckoned. */
async function isBeyondMemory(slug: string, questions: KeptQuestions): Promise<boolean> {
  const counts = await countResponses(slug, [...questions.keys()]);
  const bytes = [...questions.values()].map((each, at) => (counts[at] ?? 0) * (bytesOfResponse + each.size));
  return bytes.reduce((sum, each) => sum + each, 0) > most;
}

const onlyAsked = (questions: KeptQuestions, asked: ReadonlySet<string>): KeptQuestions =>
  new Map(
    [...questions].map(([survey, each]) => [survey, new Map([...each].filter(([name]) => asked.has(name)))] as const),
  );

function namesAsked({ goals }: Programme, expressions: readonly string[]): Set<string> {
  const texts = goals.flatMap(({ indicator }) => [indicator.of, indicator.where, indicator.reach?.of].flat());
  const all = [...texts, ...expressions].filter((text) => text !== undefined);
  return new Set(all.flatMap(namesInText));
}

function questionsToKeep(surveys: readonly AnyDefinition[], asked: ReadonlySet<string>): KeptQuestions {
  const names = [...new Set(surveys.filter((each) => !isCard(each)).map(({ name }) => name))];
  return new Map(
    names.map((name) => {
      const questions = questionNamesOf(surveys.filter((each) => each.name === name));
      return [name, new Map([...questions].filter(([each, { type }]) => type !== 'text' || asked.has(each)))];
    }),
  );
}
