// Questions by the names that comparisons use: `health`, on a card `person.health`.
import { formPlaces, type Json, type Place, questionsOf, textOf } from './tree.ts';

export const keyOf = (form: Place, name: string): string =>
  form === '' ? name : `${form.replace('halves.', '')}.${name}`;

export const questionNamed = (definition: Json | undefined, key: string): Json | undefined =>
  definition &&
  formPlaces(definition)
    .flatMap((form) => questionsOf(definition, form).map(({ element }) => ({ element, form })))
    .find(({ element, form }) => keyOf(form, textOf(element.name)) === key)?.element;
