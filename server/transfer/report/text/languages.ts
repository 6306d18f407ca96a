import { en } from './en.ts';
import { type ReportText, sv } from './sv.ts';

export type Language = 'sv' | 'en';
export const reportTexts: Readonly<Record<Language, ReportText>> = { sv, en };

/** Puts values in for {name}. */
export const fill = (text: string, values: Readonly<Record<string, string | number>>): string =>
  text.replace(/\{(\w+)\}/g, (whole, name: string) => (name in values ? String(values[name]) : whole));

/** What no document may hold is taken out: control characters and halves of characters. */
export const clean = (text: string): string =>
  text.replace(/\r\n?/g, '\n').replace(/(?![\n\t])[\p{Cc}\p{Cs}\ufffe\uffff]/gu, '');

/** In the language asked for, else in Swedish, which every title has. */
export const titleIn = (title: Readonly<Record<string, string>>, language: Language): string =>
  clean(title[language] || title.sv || Object.values(title)[0] || '');
