// The number of each question, handed down beside the cards: a question more or less draws the numbers after it, and not their cards.
import { createContext, useContext, useSyncExternalStore } from 'react';
import { elementsIn, elementsName, inside, type Json, type Place, pagesOf } from './document/tree.ts';
import { type Held, hold } from './held.ts';

const unnumbered = new Set<unknown>(['html', 'expression']);

/** Of each question in the order asked, from 1. A repeating panel is one; in an entry of it they begin anew. */
export const numbersIn = (definition: Json, form: Place): ReadonlyMap<Place, number> => {
  const numbers = new Map<Place, number>();
  /** @returns the last number given, as in `before` */
  const enter = (group: Json, place: Place, before: number): number =>
    elementsIn(group).reduce((last, element, at) => {
      const here = `${inside(place, elementsName(group))}[${at}]`;
      if (element.type === 'panel') return enter(element, here, last);
      if (unnumbered.has(element.type)) return last;
      numbers.set(here, last + 1);
      if (element.type === 'paneldynamic') enter(element, here, 0);
      return last + 1;
    }, before);
  pagesOf(definition, form).reduce((last, { element, place }) => enter(element, place, last), 0);
  return numbers;
};

const NumbersContext = createContext<Held<ReadonlyMap<Place, number>>>(hold<ReadonlyMap<Place, number>>(new Map()));
export const NumbersProvider = NumbersContext.Provider;
export const useNumber = (place: Place): number | undefined => {
  const { subscribe, read } = useContext(NumbersContext);
  return useSyncExternalStore(subscribe, () => read().get(place));
};
