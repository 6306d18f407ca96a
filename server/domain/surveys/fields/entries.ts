/** paneldynamic: an answer is a list of entries, each with answers of its own. What stands in them is judged by validate.ts. */
import type { Answer, Entry } from '../../programme/records.ts';
import type { CompiledGroup } from '../compile.ts';
import { isBlank, isJsonObject, type Json, shown } from '../json.ts';
import type { Report } from '../outcome.ts';
import type { CompiledField, FieldRules, Rule } from './field.ts';
import { readText } from './text.ts';

/** survey-core's own limit where a survey gives none: nobody fills in more by hand. */
export const mostEntries = 100;

export interface Template {
  group: CompiledGroup;
  /** By name within an entry, and by `name-Comment`. */
  fields: ReadonlyMap<string, CompiledField>;
  comments: ReadonlyMap<string, CompiledField>;
  /** Shown before any is filled in. */
  initial: number;
  most: number;
}

const count = (value: unknown): number => (typeof value === 'number' ? value : 0);

export function entryLimits(question: Json): { least: number; most: number; initial: number } {
  const least = count(question.minPanelCount);
  const most = Math.min(typeof question.maxPanelCount === 'number' ? question.maxPanelCount : mostEntries, mostEntries);
  return { least, most, initial: Math.min(Math.max(count(question.panelCount), least), most) };
}

export function entriesOf(value: unknown): Entry[] {
  return Array.isArray(value) ? (value as unknown[]).filter((each): each is Entry => isJsonObject(each)) : [];
}

export function repeating(question: Json, template: Pick<Template, 'fields' | 'comments'>): FieldRules {
  const { least, most } = entryLimits(question);
  const read = (raw: unknown, at: string, report: Report): Answer | undefined => {
    if (isBlank(raw)) return undefined;
    if (!Array.isArray(raw) || !raw.every((each) => isJsonObject(each))) {
      report.add(at, 'wrong-type', 'answer with a list of entries, each an object with one property a question');
      return undefined;
    }
    if (raw.length > most) {
      report.add(at, 'too-many', `give at most ${most}`);
      return undefined;
    }
    return raw.map((entry: Json, index) => readEntry(entry, `${at}.${index + 1}`, template, report));
  };
  const enough: Rule = (value, at, _scope, report) => {
    if (Array.isArray(value) && value.length < least) report.add(at, 'too-few', `give at least ${least}`);
  };
  return { read, rules: [enough, ...uniqueKeys(question.keyName)] };
}

function readEntry(raw: Json, at: string, { fields, comments }: Pick<Template, 'fields' | 'comments'>, report: Report) {
  const entry: Entry = {};
  for (const name of Object.keys(raw)) {
    if (report.isFull) break;
    const comment = comments.get(name)?.comment;
    const read = fields.get(name)?.read ?? (comment && readText(comment.maxLength));
    if (read === undefined) {
      report.add(`${at}.${shown(name)}`, 'unknown-question', 'an entry has no such question; leave it out');
      continue;
    }
    const value = read(raw[name], `${at}.${name}`, report);
    if (value !== undefined) entry[name] = value;
  }
  return entry;
}

function uniqueKeys(name: unknown): Rule[] {
  if (typeof name !== 'string' || name === '') return [];
  return [
    (value, at, _scope, report) => {
      const seen = new Set<unknown>();
      entriesOf(value).forEach((entry, index) => {
        const key = entry[name];
        if (key !== undefined && seen.has(key))
          report.add(`${at}.${index + 1}.${name}`, 'duplicate', 'stands in another entry already');
        seen.add(key);
      });
    },
  ];
}
