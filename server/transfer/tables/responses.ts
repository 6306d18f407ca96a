import { type Answers, genders, type Response, yesNoUnknown } from '../../domain/programme/records.ts';
import type { Programme } from '../../domain/programme/schema.ts';
import type { SurveyDefinition } from '../../domain/surveys/definition.ts';
import { type AnswerReader, answerReader } from '../answers.ts';
import type { Cells } from '../cells.ts';
import type { Kind } from '../readTable.ts';
import { readBirthYear } from './enrolments.ts';
import { type KnownEnrolments, readEnrolment } from './events.ts';

export const responseColumns = [
  ...['response', 'version', 'enrolment', 'wave', 'submittedAt', 'site', 'gender', 'birthYear', 'ageBand'],
  ...['bornAbroad', 'role', 'language', 'mode'],
];
const ownBackground = ['gender', 'birthYear', 'ageBand', 'bornAbroad'];

interface Version {
  definition: SurveyDefinition;
  answers: AnswerReader;
}
interface Context {
  programme: Programme;
  survey: string;
  versions: ReadonlyMap<number, Version>;
  known: KnownEnrolments;
  /** Answer columns of all versions. */
  asked: readonly string[];
}

/** @param versions every version of the one survey, at least one */
export function responseKind(
  programme: Programme,
  versions: readonly SurveyDefinition[],
  known: KnownEnrolments,
): Kind<Response> {
  const ready = new Map(
    versions.map((definition) => [definition.version, { definition, answers: answerReader(programme, definition) }]),
  );
  const all = [...ready.values()].flatMap(({ answers }) => answers.columns);
  const asked = [...new Set(all)].filter((name) => !responseColumns.includes(name));
  const context = { programme, survey: versions[0]?.name ?? '', versions: ready, known, asked };
  return {
    columns: [...responseColumns, ...asked],
    key: ['response'],
    read: (cells) => read(context, cells),
  };
}

function read(context: Context, cells: Cells): Response {
  const { programme, survey } = context;
  const response = cells.required('response', cells.key('response'));
  const version = readVersion(context, cells);
  const anonymous = version?.definition.anonymous === true;
  const submittedAt = cells.required('submittedAt', cells.moment('submittedAt'));
  const waves = programme.waves.filter((wave) => wave.survey === survey).map((wave) => wave.slug);
  const wave = cells.code('wave', waves);
  const role = cells.code(
    'role',
    programme.codes.role.map((each) => each.value),
  );
  const language = cells.raw('language')?.trim();
  if (language && !/^[a-z]{2,3}$/.test(language)) cells.refuse('language', 'write a language code such as sv');
  const mode = cells.key('mode');
  const background = anonymous ? anonymousBackground(programme, cells) : backgroundOf(context, cells);
  const { gender, ageBand, bornAbroad } = background;
  return {
    ...{ response, survey, version: version?.definition.version ?? 0 },
    // An anonymous response keeps the day alone.
    submittedAt: anonymous ? submittedAt.slice(0, 10) : submittedAt,
    ...(wave && { wave }),
    ...background,
    ...(role && { role }),
    ...(language && { language }),
    ...(mode && { mode }),
    answers: version ? readAnswers(context, version, cells, present({ gender, ageBand, bornAbroad, role })) : {},
  };
}

/** Empty is understood where there is only one. */
function readVersion({ versions, survey }: Context, cells: Cells): Version | undefined {
  const given = cells.number('version', { whole: true });
  const only = versions.size === 1 ? [...versions.values()][0] : undefined;
  if (given === undefined) {
    if (only && cells.raw('version') === undefined) return only;
    cells.required('version', undefined);
    return undefined;
  }
  const known = [...versions.keys()].sort((a, b) => a - b).join(', ');
  return versions.get(given) ?? cells.refuse('version', `${survey} has no version ${given}; it has ${known}`);
}

/** A cell of a question that only other versions have is refused, as an unknown question is. */
function readAnswers({ asked }: Context, { definition, answers }: Version, cells: Cells, background: Answers): Answers {
  for (const column of asked)
    if (!answers.columns.includes(column) && cells.raw(column) !== undefined)
      cells.refuse(column, `version ${definition.version} has no such question; leave it empty`);
  return answers.read(cells, background);
}

function anonymousBackground(programme: Programme, cells: Cells): Partial<Response> {
  for (const column of ['enrolment', 'birthYear'])
    if (cells.raw(column) !== undefined)
      cells.refuse(column, 'the survey is anonymous and may not carry it; leave it empty');
  return ownBackgroundOf(programme, cells);
}

/** From the enrolment where the row names one, else the row's own. */
function backgroundOf({ programme, known }: Context, cells: Cells): Partial<Response> {
  if (cells.raw('enrolment') === undefined) return ownBackgroundOf(programme, cells);
  for (const column of ownBackground)
    if (cells.raw(column) !== undefined)
      cells.refuse(column, 'a row with an enrolment takes its background from there; leave it empty');
  const key = readEnrolment(cells, known);
  const enrolment = known.get(key);
  if (!enrolment) return {};
  const own = cells.raw('site')?.trim();
  if (own !== undefined && own !== enrolment.site)
    cells.refuse('site', `the enrolment is at ${enrolment.site}; leave it empty`);
  const { site, gender, birthYear, bornAbroad, referrer } = enrolment;
  return present({ enrolment: key, site, gender, birthYear, bornAbroad, referrer });
}

function ownBackgroundOf(programme: Programme, cells: Cells): Partial<Response> {
  const bands = programme.ageBands.map(String);
  const site = cells.code(
    'site',
    programme.sites.map((each) => each.slug),
  );
  const band = cells.code('ageBand', bands);
  return present({
    site,
    gender: cells.code('gender', genders),
    birthYear: cells.raw('birthYear') === undefined ? undefined : readBirthYear(cells),
    ageBand: band === undefined ? undefined : Number(band),
    bornAbroad: cells.code('bornAbroad', yesNoUnknown),
  });
}

function present<Values extends object>(values: Values): { [Name in keyof Values]?: Exclude<Values[Name], undefined> } {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Values;
}
