// codebook.csv: every column of every file, what it means and which codes it may hold.
import { followUpOutcomes, genders, yesNoUnknown } from '../domain/programme/records.ts';
import type { Code, Programme } from '../domain/programme/schema.ts';
import type { AnyDefinition } from '../domain/surveys/definition.ts';
import { listQuestions, type Question } from '../domain/surveys/questions.ts';

export type Title = Readonly<Record<string, string | undefined>>;
/** One line a column, and one line for each of its codes with `code` and the code's own title. */
export interface CodebookLine {
  file: string;
  column: string;
  /** Of a survey; empty elsewhere. */
  version: string;
  kind: string;
  code: string;
  titleSv: string;
  titleEn: string;
}
export const codebookColumns = ['file', 'column', 'version', 'kind', 'code', 'titleSv', 'titleEn'];

export function codebook(programme: Programme, surveys: readonly AnyDefinition[]): CodebookLine[] {
  return [...programmeLines(programme), ...surveys.flatMap(surveyLines)];
}

export type Coded = readonly { code: string; title: Title }[];

function lines(
  file: string,
  column: string,
  kind: string,
  title: Title,
  codes: Coded = [],
  version = '',
): CodebookLine[] {
  const line = (code: string, each: Title) => ({
    ...{ file, column, version, kind, code },
    titleSv: each.sv ?? '',
    titleEn: each.en ?? '',
  });
  return [line('', title), ...codes.map((each) => line(each.code, each.title))];
}

const words: Record<string, Title> = {
  woman: { sv: 'Kvinna', en: 'Woman' },
  man: { sv: 'Man', en: 'Man' },
  other: { sv: 'Annat', en: 'Other' },
  unknown: { sv: 'Okänt', en: 'Unknown' },
  yes: { sv: 'Ja', en: 'Yes' },
  no: { sv: 'Nej', en: 'No' },
  forward: { sv: 'Har gått framåt', en: 'Has moved forward' },
  kept: { sv: 'Har behållit', en: 'Has kept' },
  back: { sv: 'Har gått tillbaka', en: 'Has moved back' },
  declined: { sv: 'Avböjde', en: 'Declined' },
  notReached: { sv: 'Nåddes inte', en: 'Was not reached' },
};
export const worded = (codes: readonly string[]): Coded =>
  codes.map((code) => ({ code, title: words[code] ?? { sv: code } }));
export const listed = (codes: readonly Code[]): Coded => codes.map(({ value, title }) => ({ code: value, title }));
export const fixed = (codes: readonly string[]): Coded => codes.map((code) => ({ code, title: { sv: code } }));

function programmeLines({ sites, codes, fields }: Programme): CodebookLine[] {
  const enrolment = (column: string, kind: string, title: Title, values?: Coded) =>
    lines('enrolments.csv', column, kind, title, values);
  const places = sites.map((site) => ({ code: site.slug, title: { sv: site.title, en: site.title } }));
  return [
    ...enrolment('enrolment', 'key', { sv: 'Inskrivning', en: 'Enrolment' }),
    ...enrolment('person', 'key', { sv: 'Person', en: 'Person' }),
    ...enrolment('site', 'code', { sv: 'Ort', en: 'Site' }, places),
    ...enrolment('gender', 'code', { sv: 'Kön', en: 'Gender' }, worded(genders)),
    ...enrolment('birthYear', 'number', { sv: 'Födelseår', en: 'Year of birth' }),
    ...enrolment('bornAbroad', 'code', { sv: 'Född utomlands', en: 'Born abroad' }, worded(yesNoUnknown)),
    ...enrolment('referrer', 'code', { sv: 'Remittent', en: 'Referrer' }, listed(codes.referrer ?? [])),
    ...enrolment('start', 'day', { sv: 'Inskriven', en: 'Enrolled' }),
    ...enrolment('end', 'day', { sv: 'Avslutad', en: 'Exit' }),
    ...enrolment('exitReason', 'code', { sv: 'Avslutsorsak', en: 'Reason for the exit' }, listed(codes.exitReason)),
    ...enrolment('exitStatus', 'code', { sv: 'Status efter', en: 'Status after' }, listed(codes.exitStatus)),
    ...fields.flatMap(({ name, title, choices }) => enrolment(name, 'code', title, fixed(choices ?? []))),
    ...lines('interventions.csv', 'type', 'code', { sv: 'Insats', en: 'Intervention' }, listed(codes.intervention)),
    ...lines('activity.csv', 'hoursPerWeek', 'number', {
      sv: 'Timmar i aktivitet per vecka',
      en: 'Hours in activity a week',
    }),
    ...lines('followups.csv', 'outcome', 'code', { sv: 'Uppföljning', en: 'Follow-up' }, worded(followUpOutcomes)),
    ...lines('responses', 'role', 'code', { sv: 'Roll', en: 'Role' }, listed(codes.role)),
  ];
}

function surveyLines(definition: AnyDefinition): CodebookLine[] {
  const isCard = 'halves' in definition;
  const file = isCard ? 'assessments.csv' : `responses/${definition.name}.csv`;
  const version = String(definition.version);
  return listQuestions(definition)
    .filter((question) => !question.background)
    .flatMap((question) => questionLines(file, version, question));
}

function questionLines(
  file: string,
  version: string,
  { name, half, kind, title, codes, rows, inner }: Question,
): CodebookLine[] {
  const column = half ? `${half}.${name}` : name;
  if (kind === 'signature') return lines(file, column, kind, title, [signed], version);
  const coded = codes.map((each) => ({ code: String(each.code), title: each.title }));
  if (kind === 'entries') return inner.flatMap((each) => innerLines(file, version, column, title, each));
  if (rows.length === 0) return lines(file, column, kind, title, coded, version);
  return rows.flatMap((row) => {
    const both = { sv: join(title.sv, row.title.sv), en: join(title.en, row.title.en) };
    return lines(file, `${column}.${row.code}`, kind, both, coded, version);
  });
}

/** Written once, with N for the number of the entry. */
const innerLines = (file: string, version: string, column: string, title: Title, each: Question): CodebookLine[] =>
  questionLines(file, version, each).map((line) => ({
    ...line,
    column: `${column}.N.${line.column}`,
    ...(line.code === '' && {
      titleSv: join(title.sv, line.titleSv) ?? line.titleSv,
      titleEn: join(title.en, line.titleEn) ?? line.titleEn,
    }),
  }));

const signed = { code: 'yes', title: { sv: 'Undertecknat', en: 'Signed' } };

const join = (question: string | undefined, row: string | undefined) =>
  question === undefined || row === undefined ? undefined : `${question} ${row}`;
