// The number of each question, handed down beside the cards: a question more or less draws the numbers after it, and not their cards.
import { createContext, useContext, useSyncExternalStore } from 'react';
import { elementsIn, elementsName, inside, type Json, type Place, pagesOf } from './document/tree.ts';
import { type Held, hold } from './held.ts';

/** How many numbered questions an element holds. */
export const countIn = (element: Json): number => {
  if (element.type === 'panel') return elementsIn(element).reduce((sum, each) => sum + countIn(each), 0);
  return element.type === 'html' || element.type === 'expression' ? 0 : 1;
};

/** Of each question in the order asked, from 1. */
export const numbersIn = (definition: Json, form: Place): ReadonlyMap<Place, number> => {
  const numbers = new Map<Place, number>();
  const enter = (group: Json, place: Place) =>
    elementsIn(group).forEach((element, at) => {
      const here = `${inside(place, elementsName(group))}[${at}]`;
      if (element.type === 'panel') enter(element, here);
      else if (countIn(element) > 0) numbers.set(here, numbers.size + 1);
    });
  for (const { element, place } of pagesOf(definition, form)) enter(element, place);
  return numbers;
};

const NumbersContext = createContext<Held<ReadonlyMap<Place, number>>>(hold<ReadonlyMap<Place, number>>(new Map()));
export const NumbersProvider = NumbersContext.Provider;
export const useNumber = (place: Place): number | undefined => {
  const { subscribe, read } = useContext(NumbersContext);
  return useSyncExternalStore(subscribe, () => read().get(place));
};
