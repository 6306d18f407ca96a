/** Which questions of a survey come from the bank: `item: { name, version }`, in published versions and in drafts that may be broken. */
import { isJsonObject, type Json, listOf, objectsOf } from '../json.ts';

export interface ItemReference {
  name: string;
  version: number;
  /** The newer version that this survey has declined: it is not proposed again. */
  kept?: number;
}
export interface PlacedReference {
  /** `health`, on a card `person.health`. */
  question: string;
  item: ItemReference;
}

const isVersion = (value: unknown): value is number => Number.isInteger(value) && Number(value) >= 1;

/** undefined for none, and for one that is not written as it should be. */
export function referenceOf({ item }: Json): ItemReference | undefined {
  if (!isJsonObject(item) || typeof item.name !== 'string' || !isVersion(item.version)) return undefined;
  return { name: item.name, version: item.version, ...(isVersion(item.kept) ? { kept: item.kept } : {}) };
}

function referencesOfForm(form: Json, prefix: string): PlacedReference[] {
  const within = (group: Json): PlacedReference[] =>
    objectsOf(group.elements ?? group.questions).flatMap((element) => {
      if (element.type === 'panel') return within(element);
      const item = referenceOf(element);
      return item ? [{ question: `${prefix}${String(element.name)}`, item }] : [];
    });
  return listOf(form.pages).flatMap((page) => (isJsonObject(page) ? within(page) : []));
}

export function referencesIn(definition: unknown): PlacedReference[] {
  if (!isJsonObject(definition)) return [];
  if (!isJsonObject(definition.halves)) return referencesOfForm(definition, '');
  return Object.entries(definition.halves).flatMap(([half, form]) =>
    isJsonObject(form) ? referencesOfForm(form, `${half}.`) : [],
  );
}
