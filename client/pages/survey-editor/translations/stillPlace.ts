// Where on a respondent's phone a text of the survey is met.
import type { Localized } from '../designer/document/localized.ts';
import { isJson, type Json, listOf, objectAt, pagesOf, textOf } from '../designer/document/tree.ts';

export interface StillPlace {
  form: Json;
  at: 'start' | 'questions' | 'end';
  /** The page alone, with all that conditions could hide; its number and how many there are. */
  page: { definition: Json; number: number; total: number } | undefined;
  /** Name of the question or panel; undefined for texts of the page or the survey. */
  element: string | undefined;
}

const conditions = new Set([
  ...['visibleIf', 'enableIf', 'requiredIf', 'choicesVisibleIf', 'columnsVisibleIf', 'rowsVisibleIf'],
  ...['choicesEnableIf', 'visible', 'choicesOrder'],
]);
const withoutConditions = (node: unknown): unknown => {
  if (Array.isArray(node)) return node.map(withoutConditions);
  if (!isJson(node)) return node;
  return Object.fromEntries(
    Object.entries(node).flatMap(([name, value]) => (conditions.has(name) ? [] : [[name, withoutConditions(value)]])),
  );
};

export const stillPlaceOf = (definition: Json, { form: place, owner, steps }: Localized): StillPlace => {
  const form = objectAt(definition, place) ?? {};
  const pages = pagesOf(definition, place);
  const at = pages.findIndex((page) => owner === page.place || owner.startsWith(`${page.place}.`));
  const page = pages[at];
  if (!page) return { form, at: steps[0] === 'thanks' ? 'end' : 'start', page: undefined, element: undefined };
  return {
    ...{ form, at: 'questions' },
    page: {
      definition: { ...form, pages: [withoutConditions(page.element)] },
      number: at + 1,
      total: listOf(form.pages).length,
    },
    element: owner === page.place ? undefined : textOf(objectAt(definition, owner)?.name),
  };
};
