// One row a response of a survey, over all its versions.
import type { Answers, Response } from '../../domain/programme/records.ts';
import type { Programme } from '../../domain/programme/schema.ts';
import { findHidden, hasConditions } from '../../domain/surveys/asked.ts';
import { compileSurvey } from '../../domain/surveys/compile.ts';
import { isCard, type SurveyDefinition } from '../../domain/surveys/definition.ts';
import { streamResponses } from '../../store/responses.ts';
import { listed, type Title } from '../codebook.ts';
import { type AnswerColumn, answerColumnsOf } from './answerColumns.ts';
import {
  birthYearVariable,
  bornAbroadVariable,
  enrolmentKeyVariable,
  genderVariable,
  referrerVariable,
  responseKeyVariable,
  siteVariable,
} from './background.ts';
import { entryCounts } from './entryCounts.ts';
import type { Source } from './source.ts';
import {
  type Cell,
  codeVariable,
  dayVariable,
  notAsked,
  numberVariable,
  type Table,
  textVariable,
  type Variable,
  withBreaks,
} from './variable.ts';

/** Rows are read and let go: so few at a time that they are gone before the collector moves them. */
const batchSize = 100;

/**
 * @param versions every version of one survey, at least one
 * Rows of anonymous surveys come in the order of their random keys, so that their order tells nothing either.
 */
export async function responseTable(source: Source, versions: readonly SurveyDefinition[]): Promise<Table> {
  const { programme, sites } = source;
  const name = versions[0]?.name ?? '';
  const isAnonymous = versions.some((each) => each.anonymous);
  const { variables, columns } = answerColumnsOf(versions, await entryCounts(source, versions));
  const readers = new Map(
    versions.map((each) => [each.version, answerReader(each, variables, columns.get(each.version) ?? new Map())]),
  );
  const head = responseHead(source, name, isAnonymous);
  return {
    name,
    label: titleOf(versions) ?? { sv: name },
    variables: [
      ...head.variables,
      ...variables.map((each) => unlike(head.variables, withBreaks(each, source.breaks.get(name)))),
    ],
    async *rows() {
      const how = { ...(sites !== 'all' && { sites }), isByKey: isAnonymous, batchSize };
      for await (const batch of streamResponses(programme.slug, name, how)) {
        await source.seen(batch.flatMap((each) => each.enrolment ?? []));
        yield batch.map((each) => [...head.cells(each), ...answersOf(each, readers)]);
      }
    },
  };
}

/** A question may bear the name of a background column. */
const unlike = (taken: readonly Variable[], { name, ...rest }: Variable): Variable => ({
  ...rest,
  name: taken.some((each) => each.name === name) ? `answer.${name}` : name,
});

/** As the newest version has it. */
export function titleOf(versions: readonly SurveyDefinition[]): Title | undefined {
  const title = versions.toSorted((one, other) => other.version - one.version)[0]?.title;
  return typeof title === 'string' ? { sv: title } : title;
}

type Reader = (response: Response) => Cell[];

function answersOf(response: Response, readers: ReadonlyMap<number, Reader>): Cell[] {
  const reader = readers.get(response.version);
  if (!reader) throw new Error(`a response is of ${response.survey} version ${response.version}, which is not there`);
  return reader(response);
}

function answerReader(
  definition: SurveyDefinition,
  variables: readonly Variable[],
  columns: ReadonlyMap<string, AnswerColumn>,
): Reader {
  const own = variables.map(({ name }) => columns.get(name));
  const compiled = compileSurvey(definition);
  const readAll = ({ answers }: Response): Cell[] => own.map((column) => (column ? column.read(answers) : notAsked));
  if (!hasConditions(compiled)) return readAll;
  const known = toldNames.filter((name) => compiled.fields.has(name));
  return (response) => {
    const hidden = findHidden(compiled, withBackground(response, known));
    const cells = readAll(response);
    if (hidden.size === 0) return cells;
    return cells.map((cell, at) => (cell === undefined && isHidden(own[at], hidden) ? notAsked : cell));
  };
}

const isHidden = (column: AnswerColumn | undefined, hidden: ReadonlySet<string>): boolean =>
  column !== undefined && (hidden.has(column.question) || (column.inner !== undefined && hidden.has(column.inner)));

const toldNames = ['gender', 'ageBand', 'bornAbroad', 'role'] as const;

/** Conditions may ask for what the respondents told about themselves. */
function withBackground(response: Response, known: readonly (typeof toldNames)[number][]): Answers {
  if (known.length === 0) return response.answers;
  const values: Answers = { ...response.answers };
  for (const name of known) {
    const value = response[name];
    if (value !== undefined) values[name] = value;
  }
  return values;
}

const languageTitle = { sv: 'Språk', en: 'Language' };
const modeTitle = { sv: 'Svarssätt', en: 'Mode' };

/** Days instead of times: the second at which someone answered would join two exports. */
function responseHead({ programme, pseudonym }: Source, survey: string, isAnonymous: boolean) {
  const personal: Variable[] = isAnonymous ? [] : [enrolmentKeyVariable];
  const born: Variable[] = isAnonymous ? [] : [birthYearVariable];
  const variables: Variable[] = [
    ...[responseKeyVariable, numberVariable('version', { sv: 'Enkätens version', en: 'Version of the survey' })],
    ...[...personal, waveVariable(programme, survey), dayVariable('submittedAt', { sv: 'Besvarad', en: 'Answered' })],
    ...[siteVariable(programme), genderVariable, ...born, ageBandVariable(programme), bornAbroadVariable],
    ...[referrerVariable(programme), codeVariable('role', { sv: 'Roll', en: 'Role' }, listed(programme.codes.role))],
    ...[textVariable('language', languageTitle), textVariable('mode', modeTitle)],
  ];
  const cells = (row: Response): Cell[] => {
    const enrolment = row.enrolment === undefined ? undefined : pseudonym('enrolment', row.enrolment);
    return [
      ...[pseudonym('response', row.response), row.version, ...(isAnonymous ? [] : [enrolment]), row.wave],
      ...[row.submittedAt.slice(0, 10), row.site, row.gender, ...(isAnonymous ? [] : [row.birthYear]), row.ageBand],
      ...[row.bornAbroad, row.referrer, row.role, row.language, row.mode],
    ];
  };
  return { variables, cells };
}

function waveVariable({ waves }: Programme, survey: string): Variable {
  const own = waves.filter((wave) => wave.survey === survey).map(({ slug, title }) => ({ code: slug, title }));
  return codeVariable('wave', { sv: 'Mättillfälle', en: 'Wave' }, own, { level: 'ordinal' });
}

function ageBandVariable({ ageBands }: Programme): Variable {
  const bands = ageBands.map((from, at) => {
    const next = ageBands[at + 1];
    const text = next === undefined ? `${from}–` : `${from}–${next - 1}`;
    return { code: String(from), title: { sv: text, en: text } };
  });
  return codeVariable('ageBand', { sv: 'Ålder', en: 'Age' }, bands, { level: 'ordinal' });
}

/** Surveys but for cards, by name; a programme's own stands for the one for all of the same name and version. */
export function surveysByName(source: Pick<Source, 'surveys'>): Map<string, SurveyDefinition[]> {
  const names = new Map<string, SurveyDefinition[]>();
  for (const each of source.surveys) if (!isCard(each)) names.set(each.name, [...(names.get(each.name) ?? []), each]);
  return names;
}
