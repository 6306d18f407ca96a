/** Reading of JSON whose shape is not known yet: survey files as administrators write them, answers as they come in. */
import { Serializer } from 'survey-core';

export type Json = Readonly<Record<string, unknown>>;

export function isJsonObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

export function objectsOf(value: unknown): Json[] {
  return listOf(value).filter(isJsonObject);
}

/** Nothing given, as survey-core sees it: null, blanks, an empty list or object (one level, so that depth costs nothing). */
export function isBlank(value: unknown): boolean {
  if (value === undefined || value === null) return true;
  if (typeof value === 'string') return value.trim() === '';
  if (Array.isArray(value)) return value.length === 0;
  return typeof value === 'object' && Object.keys(value).length === 0;
}

/** A name or value from outside, short enough to stand in a message. */
export function shown(value: unknown): string {
  const text = typeof value === 'string' ? value : String(value);
  return text.length > 60 ? `${text.slice(0, 57)}...` : text;
}

/** The element with old property names (isAllRowRequired, hasOther ...) written as survey-core writes them today. */
export function withCurrentNames(type: string, element: Json): Json {
  const renamed: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(element)) {
    renamed[name === 'type' ? name : (Serializer.findProperty(type, name)?.name ?? name)] = value;
  }
  return renamed;
}
