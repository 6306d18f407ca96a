import { createContext, useContext } from 'react';
import type { Json } from '../document/tree.ts';

/** The whole, for the one card that is open: the others don't wait for it. */
const DefinitionContext = createContext<Json>({});
export const DefinitionProvider = DefinitionContext.Provider;
export const useDefinition = () => useContext(DefinitionContext);
