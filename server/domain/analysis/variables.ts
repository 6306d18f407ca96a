// What the names of a population are called, and their values in the order they are declared.
import type { NameType } from '../answers/columns.ts';
import { namesOf } from '../answers/names.ts';
import type { Source } from '../indicators/selection.ts';
import { genders, yesNoUnknown } from '../programme/records.ts';
import type { Code, Population, Programme } from '../programme/schema.ts';
import { codesOverVersions } from '../surveys/codesOverVersions.ts';
import { type AnyDefinition, isCard } from '../surveys/definition.ts';
import { listQuestions, type Question } from '../surveys/questions.ts';
import type { Category, Title, Variable } from './findings.ts';

export interface DeclaredVariable extends Variable {
  type: NameType;
  /** In their order; empty where values are not known beforehand. */
  declared: Category[];
  /** Lower bounds, of numbers that are bands. */
  bands: readonly number[] | null;
}

type Meaning = Pick<DeclaredVariable, 'title' | 'declared' | 'bands'>;
type Definitions = Omit<Source, 'table'>;

const category = (value: string | number | boolean, title: Title | null = null): Category => ({
  value,
  title,
  below: null,
});
const coded = (codes: readonly Code[] = []) => codes.map(({ value, title }) => category(value, title as Title));
const values = (list: readonly (string | boolean)[]) => list.map((each) => category(each));

/** @returns undefined for a name that the population lacks */
export function findVariable(
  source: Definitions,
  population: Population,
  survey: string | undefined,
  name: string,
): DeclaredVariable | undefined {
  const type = name === 'cohort' ? 'code' : namesOf(source.programme, source.surveys, population, survey)?.get(name);
  if (!type) return undefined;
  const { bare, moment } = population === 'assessed' ? momentOf(name) : { bare: name, moment: null };
  const asked = surveysAsked(source.surveys, population, survey);
  const known = moment === null ? ownMeaning(source.programme, name) : undefined;
  const meaning = known ?? questionMeaning(asked, bare) ?? { title: null, declared: [], bands: null };
  return { name, moment, type, ...meaning, declared: moment === 'change' ? [] : meaning.declared };
}

function momentOf(name: string): { bare: string; moment: Variable['moment'] } {
  const parts = /^(.+)\.(first|last|change)$/.exec(name);
  const bare = parts?.[1];
  if (bare === undefined || bare === 'activity' || bare === 'activityBand') return { bare: name, moment: null };
  return { bare, moment: parts?.[2] as Variable['moment'] };
}

/** Newest version first: it says what a question is called. */
function surveysAsked(surveys: readonly AnyDefinition[], population: Population, survey?: string): AnyDefinition[] {
  const own = surveys.filter((each) => (population === 'responses' ? each.name === survey : isCard(each)));
  return own.sort((a, b) => b.version - a.version);
}

function ownMeaning(programme: Programme, name: string): Meaning | undefined {
  const { codes, fields, sites } = programme;
  const plain = (declared: Category[], bands: readonly number[] | null = null) => ({ title: null, declared, bands });
  switch (name) {
    case 'site':
      return plain(sites.map(({ slug, title }) => category(slug, { sv: title })));
    case 'gender':
      return plain(values(genders));
    case 'bornAbroad':
      return plain(values(yesNoUnknown));
    case 'role':
      return plain(coded(codes.role));
    case 'referrer':
      return plain(coded(codes.referrer));
    case 'exitReason':
      return plain(coded(codes.exitReason));
    case 'exitStatus':
      return plain(coded(codes.exitStatus));
    case 'interventions':
      return plain(coded(codes.intervention));
    case 'followUp':
      return plain(values(['forward', 'kept', 'back']));
    case 'jobFocused':
      return plain(values([true, false]));
    case 'ageBand':
      return plain([], programme.ageBands);
    case 'activityBand.first':
    case 'activityBand.last':
      return plain([], programme.activityBands);
    case 'wave':
      return plain(programme.waves.map(({ slug, title }) => category(slug, title as Title)));
  }
  const field = fields.find((each) => each.name === name);
  return field && { title: field.title as Title, declared: values(field.choices ?? []), bands: null };
}

/** As the newest version that asks it says; choices of older ones keep their place and title. */
function questionMeaning(surveys: readonly AnyDefinition[], name: string): Meaning | undefined {
  const found = surveys.flatMap((definition) => {
    const questions = listQuestions(definition).filter((each) => !each.background);
    return questions.flatMap((question) => meaningIn(question, name) ?? []).slice(0, 1);
  });
  const [newest] = found;
  if (!newest) return undefined;
  const codes = codesOverVersions(found.map((each) => each.codes));
  const declared = codes.map(({ code, title: own, gone }) => ({
    ...category(code, own.sv === String(code) && Object.keys(own).length === 1 ? null : own),
    ...(gone && { gone }),
  }));
  return { title: newest.title, declared, bands: null };
}

/** A matrix has a name for each row, `question.row`; a card's question may be named with its half. */
function meaningIn({ name, half, kind, title, codes, rows }: Question, asked: string) {
  if (asked === name || (half && asked === `${half}.${name}`)) return { title, codes };
  if (kind === 'entries' && asked === `${name}.length`) return { title, codes: [] };
  const row = rows.find(({ code }) => asked === `${name}.${code}`);
  return row && { title: row.title, codes };
}
