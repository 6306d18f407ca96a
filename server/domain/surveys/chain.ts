/**
 * Any two versions of a survey, question by question. What was said of each step between them holds: one step that is not
 * comparable breaks the series, however alike the two ends are.
 */
import { isDeepStrictEqual } from 'node:util';
import { type ComparisonStatus, compareVersions, type QuestionComparison } from './compare.ts';
import { type AnyDefinition, formsOf, halfNames, isCard, questionsOf, type Text } from './definition.ts';
import { type Coded, listQuestions } from './questions.ts';

interface Published {
  version: number;
  definition: AnyDefinition;
  publishedAt: string;
  publishedBy: string;
  /** With the version before it. */
  comparison: readonly QuestionComparison[];
}
type Words = Record<string, string>;
/** A text of a question on both sides; null where it is not. */
export interface ComparedText {
  part: 'title' | 'description' | 'choice' | 'row' | 'end';
  code: string | null;
  before: Words | null;
  after: Words | null;
}
export interface ChainStep extends Omit<QuestionComparison, 'question'> {
  version: number;
  publishedAt: string;
  publishedBy: string;
}
export interface ChainedQuestion {
  question: string;
  status: ComparisonStatus;
  /** The versions that changed it, oldest first. */
  steps: ChainStep[];
  /** Its title, and what else differs. */
  texts: ComparedText[];
}

/** @param versions all published ones; `from` is the older */
export function chainBetween(versions: readonly Published[], from: number, to: number): ChainedQuestion[] {
  const ordered = versions.filter(({ version }) => from <= version && version <= to);
  ordered.sort((one, other) => one.version - other.version);
  const [first, last] = [ordered[0], ordered.at(-1)];
  if (!first || !last) return [];
  const steps = stepsOf(ordered);
  const [before, after] = [textsOf(first.definition), textsOf(last.definition)];
  const names = [...after.keys(), ...[...before.keys()].filter((name) => !after.has(name))];
  return names.map((question) => {
    const own = steps.get(question) ?? [];
    const [was, is] = [before.get(question), after.get(question)];
    const status = !was ? 'added' : !is ? 'removed' : statusOver(own);
    return { question, status, steps: own, texts: textsBeside(was ?? [], is ?? []) };
  });
}

/** By question. A version that came in without its predecessor is compared with the one that is there. */
function stepsOf(ordered: readonly Published[]): Map<string, ChainStep[]> {
  const steps = new Map<string, ChainStep[]>();
  for (const [at, { version, definition, publishedAt, publishedBy, comparison }] of ordered.entries()) {
    const previous = ordered[at - 1];
    if (!previous) continue;
    const judged = comparison.length > 0 ? comparison : compareVersions(previous.definition, definition);
    for (const { question, status, reasons } of judged)
      if (status !== 'unchanged')
        steps.set(question, [...(steps.get(question) ?? []), { version, status, reasons, publishedAt, publishedBy }]);
  }
  return steps;
}

/** Of a question that both ends ask: having been away breaks its series too, unless it came back as comparable. */
function statusOver(steps: readonly ChainStep[]): ComparisonStatus {
  if (steps.some(({ status }) => status === 'notComparable' || status === 'added')) return 'notComparable';
  return steps.length > 0 ? 'comparable' : 'unchanged';
}

type Side = Pick<ComparedText, 'part' | 'code'> & { words: Words };
const wordsOf = (text: Text): Words => (typeof text === 'string' ? { sv: text } : { ...text });

function textsOf(definition: AnyDefinition): Map<string, Side[]> {
  const key = (name: string, half: string | undefined) => (half ? `${half}.${name}` : name);
  const descriptions = new Map(
    formsOf(definition).flatMap((form, at) =>
      questionsOf(form).map(({ name, description }) => [
        key(name, isCard(definition) ? halfNames[at] : undefined),
        description,
      ]),
    ),
  );
  const items = (part: Side['part'], list: readonly Coded[]): Side[] =>
    list.map(({ code, title }) => ({ part, code: String(code), words: title }));
  return new Map(
    listQuestions(definition).map(({ name, half, title, codes, rows, ends }) => {
      const description = descriptions.get(key(name, half));
      const head: Side[] = [{ part: 'title', code: null, words: title }];
      if (description !== undefined) head.push({ part: 'description', code: null, words: wordsOf(description) });
      return [key(name, half), [...head, ...items('choice', codes), ...items('row', rows), ...items('end', ends)]];
    }),
  );
}

function textsBeside(before: readonly Side[], after: readonly Side[]): ComparedText[] {
  const same = (one: Side) => (other: Side) => one.part === other.part && one.code === other.code;
  const all = [...after, ...before.filter((each) => !after.some(same(each)))];
  return all.flatMap((each) => {
    const { part, code } = each;
    const [was, is] = [before.find(same(each))?.words ?? null, after.find(same(each))?.words ?? null];
    return part !== 'title' && isDeepStrictEqual(was, is) ? [] : [{ part, code, before: was, after: is }];
  });
}
