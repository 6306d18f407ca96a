// A value handed down to many, of whom few are drawn when it changes. (A context whose value changes is looked for in every card.)
import { useEffect, useState } from 'react';

export interface Held<Value> {
  read: () => Value;
  write: (value: Value) => void;
  subscribe: (listener: () => void) => () => void;
}
export const hold = <Value>(first: Value): Held<Value> => {
  let held = first;
  const listeners = new Set<() => void>();
  return {
    read: () => held,
    write: (value) => {
      if (value === held) return;
      held = value;
      for (const listener of listeners) listener();
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
};

/** Always the same holder, of what was last handed in. */
export const useHeld = <Value>(value: Value): Held<Value> => {
  const [held] = useState(() => hold(value));
  useEffect(() => held.write(value), [held, value]);
  return held;
};
