// Where on a respondent's phone a text of the survey is met.
import type { Localized } from '../designer/document/localized.ts';
import { isJson, type Json, listOf, objectAt, pagesOf, repeatingAround, textOf } from '../designer/document/tree.ts';

export interface StillPlace {
  form: Json;
  at: 'start' | 'questions' | 'end';
  /** The page alone, with all that conditions could hide and an entry where a group repeats; its number and how many there are. */
  page: { definition: Json; number: number; total: number } | undefined;
  /** Name of the question or panel; undefined for texts of the page or the survey. */
  element: string | undefined;
  /** Name of the repeating panel that it stands in: its questions may be called as others are. */
  around: string | undefined;
}

const conditions = new Set([
  ...['visibleIf', 'enableIf', 'requiredIf', 'choicesVisibleIf', 'columnsVisibleIf', 'rowsVisibleIf'],
  ...['choicesEnableIf', 'visible', 'choicesOrder'],
]);
const limits = new Set(['minPanelCount', 'maxPanelCount', 'panelCount', 'defaultValue']);
/** @param entries that every repeating panel has */
const bare = (node: unknown, entries: number): unknown => {
  if (Array.isArray(node)) return node.map((each) => bare(each, entries));
  if (!isJson(node)) return node;
  const isRepeating = node.type === 'paneldynamic';
  const kept = Object.entries(node).filter(([name]) => !conditions.has(name) && !(isRepeating && limits.has(name)));
  return {
    ...Object.fromEntries(kept.map(([name, value]) => [name, bare(value, entries)])),
    ...(isRepeating && { panelCount: entries }),
  };
};

export const stillPlaceOf = (definition: Json, { form: place, owner, steps }: Localized): StillPlace => {
  const form = objectAt(definition, place) ?? {};
  const pages = pagesOf(definition, place);
  const at = pages.findIndex((page) => owner === page.place || owner.startsWith(`${page.place}.`));
  const page = pages[at];
  const elsewhere = { page: undefined, element: undefined, around: undefined };
  if (!page) return { form, at: steps[0] === 'thanks' ? 'end' : 'start', ...elsewhere };
  const around = repeatingAround(definition, owner);
  return {
    ...{ form, at: 'questions' },
    page: {
      definition: { ...form, pages: [bare(page.element, steps[0] === 'noEntriesText' ? 0 : 1)] },
      number: at + 1,
      total: listOf(form.pages).length,
    },
    element: owner === page.place ? undefined : textOf(objectAt(definition, owner)?.name),
    around: around === undefined ? undefined : textOf(objectAt(definition, around)?.name),
  };
};
