// What is said, at a question, of how it compares with the version that asked it last; and which questions are no longer asked.
import { type Changed, setProperty } from './operations.ts';
import { elementsOf, isJson, type Json, type Place, questionsOf, repeatingAround, textOf } from './tree.ts';

export interface Declaration {
  version: number;
  comparable: boolean;
  /** Empty while it is being written. */
  reason: string;
  /** The server's print of the question as it was judged. */
  judged: string;
}

/** As far as it is written: what is missing, the check tells. */
export const declarationOf = ({ comparableWith: said }: Json): Declaration | undefined =>
  isJson(said)
    ? {
        version: Number(said.version),
        comparable: said.comparable === true,
        reason: textOf(said.reason),
        judged: textOf(said.judged),
      }
    : undefined;

export const declare = (definition: Json, place: Place, said: Declaration | undefined): Changed =>
  setProperty(definition, place, 'comparableWith', said);

/** Questions of the published version, in the same form, that the draft no longer asks. */
export const endedIn = (published: Json, definition: Json, form: Place): Json[] => {
  const asked = new Set(elementsOf(definition, form).map(({ element }) => textOf(element.name).toLowerCase()));
  return questionsOf(published, form)
    .filter(({ place }) => repeatingAround(published, place) === undefined)
    .map(({ element }) => element)
    .filter(({ name, type }) => type !== 'html' && !asked.has(textOf(name).toLowerCase()));
};
