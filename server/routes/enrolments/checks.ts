// What a coordinator's form may say in this programme: its codes, its fields, days that have been.
import type { Code, Programme } from '../../domain/programme/schema.ts';
import { dayOf } from '../../domain/schedule/due.ts';
import { notValid } from '../../problems.ts';

export function checkCode(field: string, value: string | null | undefined, codes: readonly Code[]): void {
  if (value === undefined || value === null || codes.some((code) => code.value === value)) return;
  notValid(field, 'unknown-code', `"${value}" is none of: ${codes.map((code) => code.value).join(', ') || 'none'}`);
}

/** A programme that lists no referrers takes any. */
export function checkReferrer(value: string | null | undefined, programme: Programme): void {
  const codes = programme.codes.referrer ?? [];
  if (codes.length > 0) checkCode('referrer', value, codes);
}

export function checkFields(values: Readonly<Record<string, string>> | undefined, programme: Programme): void {
  for (const [name, value] of Object.entries(values ?? {})) {
    const field = programme.fields.find((each) => each.name === name);
    if (!field) notValid(`fields.${name}`, 'unknown-field', 'the programme has no such field; leave it out');
    const choices = field?.choices;
    if (value !== '' && choices && !choices.includes(value))
      notValid(`fields.${name}`, 'unknown-code', `"${value}" is none of: ${choices.join(', ')}`);
  }
}

/** What is registered has happened: today in Sweden at the latest. */
export function refuseFuture(field: string, day: string): void {
  const today = dayOf(new Date());
  if (day > today) notValid(field, 'in-the-future', `${day} has not been yet; today is ${today}`);
}

export function refuseBefore(field: string, day: string, earliest: string, what: string): void {
  if (day < earliest) notValid(field, 'too-early', `not before ${what}, ${earliest}`);
}

/** Drops what was emptied in a form. */
export function filled(values: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== ''));
}
