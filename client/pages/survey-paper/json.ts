import { Serializer } from 'survey-core';

export type Json = Record<string, unknown>;
export const isJson = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
export const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

/** With the names that survey-core has today for what it took under older ones (questions, hasOther ...). */
export function current(element: Json, type = String(element.type)): Json {
  const named = Object.entries(element).map(([name, value]) => [
    name === 'type' ? name : (Serializer.findProperty(type, name)?.name ?? name),
    value,
  ]);
  return Object.fromEntries(named) as Json;
}
