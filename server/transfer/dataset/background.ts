// Background of an enrolment, and what goes beside every row about one.
import { type Enrolment, genders, yesNoUnknown } from '../../domain/programme/records.ts';
import type { Programme } from '../../domain/programme/schema.ts';
import { fixed, listed, worded } from '../codebook.ts';
import type { Source } from './source.ts';
import {
  type Cell,
  codeVariable,
  dayVariable,
  keyVariable,
  numberVariable,
  textVariable,
  type Variable,
} from './variable.ts';

const own = { sv: 'nyckel för just denna export', en: 'key of this export alone' };
const key = (name: string, sv: string, en: string) =>
  keyVariable(name, { sv: `${sv} (${own.sv})`, en: `${en} (${own.en})` });

export const responseKeyVariable = key('response', 'Svar', 'Response');
export const enrolmentKeyVariable = key('enrolment', 'Inskrivning', 'Enrolment');
const personKeyVariable = key('person', 'Person', 'Person');

export const siteVariable = ({ sites }: Programme) => {
  const places = sites.map(({ slug, title }) => ({ code: slug, title: { sv: title, en: title } }));
  return codeVariable('site', { sv: 'Ort', en: 'Site' }, places);
};
export const genderVariable = codeVariable('gender', { sv: 'Kön', en: 'Gender' }, worded(genders));
export const birthYearVariable = numberVariable('birthYear', { sv: 'Födelseår', en: 'Year of birth' });
export const bornAbroadVariable = codeVariable(
  'bornAbroad',
  { sv: 'Född utomlands', en: 'Born abroad' },
  worded(yesNoUnknown),
);
const referrerTitle = { sv: 'Remittent', en: 'Referrer' };
export const referrerVariable = ({ codes: { referrer = [] } }: Programme) =>
  referrer.length > 0
    ? codeVariable('referrer', referrerTitle, listed(referrer))
    : textVariable('referrer', referrerTitle);

/** Of one row about an enrolment: who it is about. */
export interface Part {
  variables: Variable[];
  cells(enrolment: Enrolment): Cell[];
}

/** Enough to tell rows apart and to break down by: keys, site, gender, year of birth, born abroad. */
export function shortBackground({ programme, pseudonym }: Source): Part {
  return {
    variables: [
      ...[enrolmentKeyVariable, personKeyVariable, siteVariable(programme)],
      ...[genderVariable, birthYearVariable, bornAbroadVariable],
    ],
    cells: ({ enrolment, person, site, gender, birthYear, bornAbroad }) => [
      ...[pseudonym('enrolment', enrolment), pseudonym('person', person), site, gender, birthYear, bornAbroad],
    ],
  };
}

/** The whole row of an enrolment. */
export function fullBackground(source: Source): Part {
  const { programme } = source;
  const short = shortBackground(source);
  const { exitReason, exitStatus } = programme.codes;
  return {
    variables: [
      ...short.variables,
      referrerVariable(programme),
      dayVariable('start', { sv: 'Inskriven', en: 'Enrolled' }),
      dayVariable('end', { sv: 'Avslutad', en: 'Exit' }),
      codeVariable('exitReason', { sv: 'Avslutsorsak', en: 'Reason for the exit' }, listed(exitReason)),
      codeVariable('exitStatus', { sv: 'Status efter', en: 'Status after' }, listed(exitStatus)),
      ...programme.fields.map(({ name, title, choices }) =>
        choices ? codeVariable(name, title, fixed(choices)) : textVariable(name, title),
      ),
    ],
    cells: (enrolment) => {
      const { referrer, start, end, exitReason: reason, exitStatus: status, fields } = enrolment;
      const extra = programme.fields.map(({ name }) => (Object.hasOwn(fields, name) ? fields[name] : undefined));
      return [...short.cells(enrolment), referrer, start, end, reason, status, ...extra];
    },
  };
}
