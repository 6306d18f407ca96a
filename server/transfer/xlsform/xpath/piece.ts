import { NotTranslatable } from './notTranslatable.ts';
import type { Subject } from './subject.ts';

/** A translated part of an expression. */
export interface Piece {
  text: string;
  is: 'condition' | 'number' | 'text';
  /** How strongly it holds together: 0 or, 1 and, 2 comparison, 3 sum, 4 product, 5 a single word. */
  strength: number;
  /** The question that it is, unless it is more than that. */
  subject?: Subject;
  /** The constant that it is. */
  literal?: string;
  /** Questions that are reckoned with: in XPath an empty one makes the result no number. */
  needs?: readonly string[];
}

export const single = 5;

export function within(piece: Piece, strength: number): string {
  return piece.strength < strength ? `(${piece.text})` : piece.text;
}

export function word(text: string, is: Piece['is']): Piece {
  return { text, is, strength: single };
}

export function numeral(text: string): Piece {
  const number = Number(text);
  return { text: String(number), is: 'number', strength: number < 0 ? 3 : single, literal: String(number) };
}

export const truth = (holds: boolean): Piece => word(String(holds), 'condition');

export const negated = (piece: Piece): Piece => word(`!(${piece.text})`, 'condition');

/** What must be answered for a number to come out. */
export const needsOf = ({ subject, needs }: Piece): readonly string[] => (subject ? [subject.name] : (needs ?? []));

/** @throws NotTranslatable for a text that SurveyJS cannot quote */
export function quoted(text: string): string {
  if (/[\\\n]/.test(text)) throw new NotTranslatable('a text in it has a backslash or a line break');
  return `'${text.replaceAll("'", "\\'").replaceAll('"', '\\"')}'`;
}

/** The value, empty where a question that is reckoned with has no answer. SurveyJS would take it for zero. */
export function settled(piece: Piece): string {
  if (!piece.needs?.length) return piece.text;
  return `iif(${answered(piece.needs)}, ${piece.text}, '')`;
}

export const answered = (names: readonly string[]) =>
  [...new Set(names)].map((name) => `{${name}} notempty`).join(' and ');
export const unanswered = (names: readonly string[]) =>
  [...new Set(names)].map((name) => `{${name}} empty`).join(' or ');
