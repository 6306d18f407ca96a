// The names that conditions of a population can use, with what they are called and the values they can have: what a form offers.

import type { NameType } from '../answers/columns.ts';
import { cardsOf, measuringPoints, type Names, namesOf } from '../answers/names.ts';
import { genders, yesNoUnknown } from '../programme/records.ts';
import type { Code, Population, Programme } from '../programme/schema.ts';
import { type AnyDefinition, formsOf } from '../surveys/definition.ts';
import { listQuestions, type Question } from '../surveys/questions.ts';

type Title = Record<string, string>;
export interface NameChoice {
  name: string;
  type: NameType;
  /** null: one of the names that every programme has, known by the name itself. */
  title: Title | null;
  /** Of a matrix: the row. */
  row: Title | null;
  /** Of a card: whose half it is of. */
  half: 'person' | 'coordinator' | null;
  /** Of a card: which one, or the change from first to last. */
  point: (typeof measuringPoints)[number] | null;
  /** Another, shorter name for the same. */
  sameAs: string | null;
  /** Where only some can be meant; a title null is known by the value itself. */
  values: { value: string | number | boolean; title: Title | null }[] | null;
}

/** @returns undefined when there is no such survey */
export function nameChoices(
  programme: Programme,
  surveys: readonly AnyDefinition[],
  population: Population,
  survey?: string,
): NameChoice[] | undefined {
  const names = namesOf(programme, surveys, population, survey);
  if (!names) return undefined;
  const versions = population === 'responses' ? surveys.filter((each) => each.name === survey) : cardsOf(surveys);
  const asked = population === 'responses' || population === 'assessed' ? questionsByName(versions) : new Map();
  const own = ownValues(programme, versions, survey);
  return [...names].map(([name, type]): NameChoice => {
    if (own.has(name)) return { ...plain(name, type), ...own.get(name) };
    const field = programme.fields.find((each) => each.name === name);
    if (field && population !== 'responses')
      return { ...plain(name, type), title: titleOf(field.title), values: field.choices?.map(untitled) ?? null };
    return ofQuestion(name, type, names, asked);
  });
}

const plain = (name: string, type: NameType): NameChoice => ({
  ...{ name, type, title: null, row: null, half: null, point: null, sameAs: null, values: null },
});
const titleOf = (text: Record<string, string | undefined>): Title =>
  Object.fromEntries(
    Object.entries(text).flatMap(([language, each]) => (each === undefined ? [] : [[language, each]])),
  );
const untitled = (value: string | number | boolean) => ({ value, title: null });
const coded = (codes: readonly Code[]) => codes.map(({ value, title }) => ({ value, title: titleOf(title) }));

/** Of the names that every programme has. */
function ownValues(
  programme: Programme,
  versions: readonly AnyDefinition[],
  survey: string | undefined,
): Map<string, Pick<NameChoice, 'values'>> {
  const { codes } = programme;
  const languages = new Set(versions.flatMap((each) => formsOf(each).flatMap((form) => form.languages ?? [])));
  const waves = programme.waves.filter((each) => each.survey === survey);
  const sites = programme.sites.map(({ slug, title }) => ({ value: slug, title: { sv: title } }));
  const values: Record<string, NameChoice['values']> = {
    ...{ site: sites, gender: genders.map(untitled), bornAbroad: yesNoUnknown.map(untitled) },
    ...{ birthYear: null, age: null, start: null, end: null, days: null, cards: null, mode: null },
    ...{ 'activity.first': null, 'activity.last': null, jobFocused: [true, false].map(untitled) },
    ageBand: programme.ageBands.map(untitled),
    referrer: codes.referrer ? coded(codes.referrer) : null,
    exitReason: coded(codes.exitReason),
    exitStatus: coded(codes.exitStatus),
    interventions: coded(codes.intervention),
    'activityBand.first': programme.activityBands.map(untitled),
    'activityBand.last': programme.activityBands.map(untitled),
    followUp: ['forward', 'kept', 'back', 'declined', 'notReached'].map(untitled),
    role: coded(codes.role),
    wave: waves.map(({ slug, title }) => ({ value: slug, title: titleOf(title) })),
    language: [...languages].map(untitled),
  };
  return new Map(Object.entries(values).map(([name, each]) => [name, { values: each }]));
}

/** As the newest version that has it says. Of a card also without its half: the person's, or the only one that has it. */
function questionsByName(versions: readonly AnyDefinition[]): Map<string, Question> {
  const oldestFirst = [...versions].sort((a, b) => a.version - b.version);
  const found = new Map<string, Question>();
  for (const version of oldestFirst)
    for (const each of listQuestions(version).toReversed()) {
      if (each.half) found.set(`${each.half}.${each.name}`, each);
      found.set(each.name, each);
    }
  return found;
}

function ofQuestion(name: string, type: NameType, names: Names, asked: ReadonlyMap<string, Question>): NameChoice {
  const end = name.slice(name.lastIndexOf('.') + 1);
  const point = asked.has(name) ? undefined : measuringPoints.find((each) => each === end && name.includes('.'));
  const bare = point ? name.slice(0, -point.length - 1) : name;
  const whole = asked.get(bare);
  const at = bare.lastIndexOf('.');
  const question = whole ?? asked.get(bare.slice(0, Math.max(at, 0)));
  const row = whole ? undefined : question?.rows.find((each) => String(each.code) === bare.slice(at + 1));
  const short = bare.replace(/^(person|coordinator)\./, '');
  const isLong = short !== bare && asked.get(short) === question && names.has(point ? `${short}.${point}` : short);
  return {
    ...plain(name, type),
    title: question?.title ?? { sv: bare },
    row: row?.title ?? null,
    half: question?.half ?? null,
    point: point ?? null,
    sameAs: isLong ? (point ? `${short}.${point}` : short) : null,
    values: point === 'change' || !question ? null : valuesOf(question, type),
  };
}

function valuesOf({ codes }: Question, type: NameType): NameChoice['values'] {
  if (codes.length === 0) return null;
  return codes.map(({ code, title }) => ({
    value: type === 'boolean' ? String(code) === 'true' : type === 'number' ? Number(code) : code,
    title,
  }));
}
