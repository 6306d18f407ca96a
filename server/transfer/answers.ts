// Answers as cells and back: one column a question, `question.row` for a matrix, `question.1.inner` for the first entry of a
// repeating panel, `a|b` for a multi-select.
import type { Answer, Answers } from '../domain/programme/records.ts';
import type { Programme } from '../domain/programme/schema.ts';
import { splitBackground } from '../domain/surveys/background.ts';
import { type CompiledSurvey, compileSurvey } from '../domain/surveys/compile.ts';
import type { SurveyForm } from '../domain/surveys/definition.ts';
import type { CompiledField } from '../domain/surveys/fields/field.ts';
import { listQuestionsOfForm, type Question } from '../domain/surveys/questions.ts';
import { validateAnswers } from '../domain/surveys/validate.ts';
import { type Cells, numberIn } from './cells.ts';

interface AnswerColumn {
  column: string;
  /** Where the answer lies: question, then the row, or the number of an entry from 0 and the question in it. */
  path: readonly [string, ...(string | number)[]];
  parse(text: string): Answer | undefined;
  isSignature?: boolean;
}

/** One form of a survey version, ready to read cells and to write them. */
export interface AnswerReader {
  columns: string[];
  /** Of columns in entries the question, and the number of the entry from 1. */
  entries: ReadonlyMap<string, { question: string; number: number }>;
  /** Faults are noted on `cells`. `background` are the answers that skip logic may ask for. */
  read(cells: Cells, background?: Answers): Answers;
  write(answers: Answers): Map<string, string>;
}

/** @param prefix of every column: '' or `person.`, `coordinator.` */
export function answerReader(programme: Programme, form: SurveyForm, prefix = ''): AnswerReader {
  const compiled = compileSurvey(asImported(programme, form));
  const columns = answerColumns(form, compiled, prefix);
  return {
    columns: columns.map((each) => each.column),
    entries: new Map(columns.flatMap(entryOfColumn)),
    read: (cells, background = {}) => read(form, compiled, columns, prefix, cells, background),
    write: (answers) => write(columns, answers),
  };
}

function read(
  form: SurveyForm,
  compiled: CompiledSurvey,
  columns: readonly AnswerColumn[],
  prefix: string,
  cells: Cells,
  background: Answers,
): Answers {
  const given: Answers = {};
  for (const { column, path, parse } of columns) {
    const text = cells.raw(column);
    const answer = text === undefined ? undefined : parse(text);
    if (answer !== undefined) put(given, path, answer);
  }
  const asked = Object.entries(background).filter(([name]) => compiled.fields.has(name));
  const validation = validateAnswers(compiled, { ...given, ...Object.fromEntries(asked) });
  if (validation.ok) return splitBackground(form, validation.answers).answers;
  for (const { question, detail } of validation.errors)
    cells.refuse(`${prefix}${question}`, detail.replace(`${question}: `, ''));
  return {};
}

function write(columns: readonly AnswerColumn[], answers: Answers): Map<string, string> {
  const texts = new Map<string, string>();
  for (const { column, path, isSignature } of columns) {
    const answer = at(answers, path);
    if (answer !== undefined) texts.set(column, textOf(answer, isSignature));
  }
  return texts;
}

/** What a file says of a signature; the picture is in none. On paper somebody may have signed as well. */
const signed = 'yes';

function textOf(answer: Answer, isSignature = false): string {
  if (isSignature) return signed;
  return Array.isArray(answer) ? answer.join('|') : String(answer);
}

type Holder = Record<string | number, unknown>;

/** Entries that have no cell stand empty before those that have. */
function put(into: Answers, [first, ...rest]: AnswerColumn['path'], answer: Answer): void {
  let holder = into as Holder;
  let key: string | number = first;
  for (const step of rest) {
    if (typeof step === 'number') {
      const list = (holder[key] ?? []) as object[];
      while (list.length <= step) list.push({});
      holder[key] = list;
    } else holder[key] ??= {};
    holder = holder[key] as Holder;
    key = step;
  }
  holder[key] = answer;
}

const at = (answers: Answers, path: AnswerColumn['path']): Answer | undefined =>
  path.reduce<unknown>((value, step) => (value as Holder | undefined)?.[step], answers) as Answer | undefined;

function entryOfColumn({ column, path: [question, at] }: AnswerColumn) {
  return typeof at === 'number' ? [[column, { question, number: at + 1 }] as const] : [];
}

function answerColumns(form: SurveyForm, compiled: CompiledSurvey, prefix: string): AnswerColumn[] {
  const questions = listQuestionsOfForm(form).filter((question) => !question.background);
  const own = questions.flatMap((question) =>
    question.kind === 'entries'
      ? entryColumns(question, compiled.fields.get(question.name), prefix)
      : columnsOf(question, prefix),
  );
  return [...own, ...commentColumns(compiled.comments, prefix)];
}

function columnsOf(question: Question, prefix: string): AnswerColumn[] {
  const parse = parserOf(question);
  const column = `${prefix}${question.name}`;
  if (question.kind !== 'matrix' && question.kind !== 'texts')
    return [{ column, path: [question.name], parse, isSignature: question.kind === 'signature' }];
  return question.rows.map(({ code }) => ({ column: `${column}.${code}`, path: [question.name, String(code)], parse }));
}

function commentColumns(comments: ReadonlyMap<string, unknown>, prefix: string): AnswerColumn[] {
  return [...comments.keys()].map((name) => ({ column: `${prefix}${name}`, path: [name], parse: (text) => text }));
}

function entryColumns({ name, inner }: Question, field: CompiledField | undefined, prefix: string): AnswerColumn[] {
  const template = field?.template;
  if (!template) return [];
  return Array.from({ length: template.most }, (_, index) => {
    const head = `${prefix}${name}.${index + 1}.`;
    const own = [...inner.flatMap((each) => columnsOf(each, head)), ...commentColumns(template.comments, head)];
    return own.map((each): AnswerColumn => ({ ...each, path: [name, index, ...each.path] }));
  }).flat();
}

function parserOf({ kind, codes, type }: Question): AnswerColumn['parse'] {
  const byText = new Map<string, Answer>(codes.map(({ code }) => [String(code), code]));
  const numeric = codes.length > 0 && codes.every(({ code }) => typeof code === 'number');
  // What is not a code stays as it is: the validator says which codes there are.
  const code = (text: string) => byText.get(text.trim()) ?? (numeric ? numberIn(text) : undefined) ?? text.trim();
  // Computed from the other answers, again.
  if (type === 'expression') return () => undefined;
  switch (kind) {
    case 'multi':
      return (text) => text.split('|').map(code) as string[];
    case 'number':
      return (text) => numberIn(text) ?? text.trim();
    case 'signature':
      return (text) => (text.trim() === signed ? true : text.trim());
    case 'boolean':
      return (text) => ({ true: true, false: false })[text.trim()] ?? text.trim();
    case 'text':
    case 'texts':
      return (text) => text;
    default:
      return code;
  }
}

const requirements = new Set([
  ...['isRequired', 'requiredIf', 'eachRowRequired', 'isAllRowRequired'],
  ...['minPanelCount', 'panelCount'],
]);

/**
 * Answers on paper may lack any question, and background is what the programme's codes say: so nothing is required,
 * and `role` and `ageBand` offer the programme's own.
 */
function asImported({ codes, ageBands }: Programme, form: SurveyForm): SurveyForm {
  const choices: Record<string, readonly (string | number)[]> = {
    role: codes.role.map((each) => each.value),
    ageBand: ageBands,
  };
  const eased = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(eased);
    if (typeof value !== 'object' || value === null) return value;
    const entries = Object.entries(value).filter(([name]) => !requirements.has(name));
    const copy = Object.fromEntries(entries.map(([name, each]) => [name, eased(each)]));
    // Only that it is there: a file has no picture.
    if (copy.type === 'signaturepad') return { ...copy, type: 'boolean' };
    const own = copy.background === true ? choices[String(copy.name)] : undefined;
    return own ? { ...copy, choices: own } : copy;
  };
  return eased(form) as SurveyForm;
}
