import { createContext, useContext, useSyncExternalStore } from 'react';
import type { Json } from '../document/tree.ts';
import { type Held, hold } from '../held.ts';

/** The whole, for the one card that is open: the others don't wait for it. */
const DefinitionContext = createContext<Held<Json>>(hold({}));
export const DefinitionProvider = DefinitionContext.Provider;
export const useDefinition = (): Json => {
  const { subscribe, read } = useContext(DefinitionContext);
  return useSyncExternalStore(subscribe, read);
};
