import {
  createContext,
  createElement,
  type ReactNode,
  useContext,
  useEffect,
  useState,
  useSyncExternalStore,
} from 'react';
import type { Json } from '../document/tree.ts';

interface Held {
  read: () => Json;
  write: (definition: Json) => void;
  subscribe: (listener: () => void) => () => void;
}
const hold = (first: Json): Held => {
  let definition = first;
  const listeners = new Set<() => void>();
  return {
    read: () => definition,
    write: (next) => {
      definition = next;
      for (const listener of listeners) listener();
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
};

/** Always the same holder: a context whose value changed would be looked for in every card, at every letter. */
const DefinitionContext = createContext<Held>(hold({}));
/** The whole, for the one card that is open: the others don't wait for it. */
export const DefinitionProvider = ({ value, children }: { value: Json; children: ReactNode }) => {
  const [held] = useState(() => hold(value));
  useEffect(() => held.write(value), [held, value]);
  return createElement(DefinitionContext, { value: held }, children);
};
export const useDefinition = (): Json => {
  const { subscribe, read } = useContext(DefinitionContext);
  return useSyncExternalStore(subscribe, read);
};
