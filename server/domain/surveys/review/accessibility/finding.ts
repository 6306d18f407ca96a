/** What a rule of accessibility finds, and where. */
import { isJsonObject, type Json } from '../../json.ts';
import type { AskedElement } from './asked.ts';

export type AccessRule =
  | 'noLabel'
  | 'noAlternativeText'
  | 'hiddenTitle'
  | 'abbreviation'
  | 'colourAlone'
  | 'timeLimit'
  | 'autoAdvance';

export interface AccessFinding {
  rule: AccessRule;
  /** As the check writes it; '' or a half for the form as a whole. */
  path: string;
  /** Name of the question; null for a page or the form. */
  question: string | null;
  /** In which it holds; empty where it holds in all. */
  languages: string[];
  /** Codes of the choices, rows or fields meant, or the words; empty for the question itself. */
  entries: string[];
  /** Of a time limit; else null. */
  seconds: number | null;
}

export const found = (
  rule: AccessFinding['rule'],
  { path, json }: Pick<AskedElement, 'path' | 'json'>,
  more: Partial<AccessFinding> = {},
): AccessFinding => ({
  ...{ rule, path, question: typeof json.name === 'string' ? json.name : null },
  ...{ languages: [], entries: [], seconds: null },
  ...more,
});

/** A plain text is shown the same in every language. */
export function textOf(text: unknown, language: string): string {
  if (typeof text === 'string') return text.trim();
  if (!isJsonObject(text)) return '';
  const own = text[language] ?? (language === 'sv' ? text.default : undefined);
  return typeof own === 'string' ? own.trim() : '';
}

export interface Entry {
  /** What is stored, or the field's name. */
  code: string;
  /** A number says itself. */
  isNumber: boolean;
  text: unknown;
}
export function entriesOf(list: unknown): Entry[] {
  return (Array.isArray(list) ? list : []).map((each: unknown) => {
    const entry: Json = isJsonObject(each) ? each : { value: each };
    const code = entry.value ?? entry.name;
    return { code: String(code), isNumber: typeof code === 'number', text: entry.text ?? entry.title };
  });
}
