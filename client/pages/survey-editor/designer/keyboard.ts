// Where the keyboard goes, and what it takes back.
import { useEffect, useRef, useState } from 'react';

/** The keyboard goes where it is wanted once that is drawn. */
export const useFocus = () => {
  const wanted = useRef<string>(undefined);
  const [, draw] = useState(0);
  useEffect(() => {
    const found = wanted.current === undefined ? null : document.getElementById(wanted.current);
    if (!found) return;
    wanted.current = undefined;
    found.focus();
    if (found instanceof HTMLInputElement) found.select();
    found.scrollIntoView?.({ block: 'nearest' });
  });
  return (id: string) => {
    wanted.current = id;
    draw((count) => count + 1);
  };
};

/** Wherever the keyboard is: what it stood on may be what was just taken away. */
export const useUndoKeys = (back: () => void, again: () => void) => {
  const latest = useRef({ back, again });
  latest.current = { back, again };
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
      const key = event.key.toLowerCase();
      const isElsewhere = event.target instanceof Element && event.target.closest('[role="dialog"]') !== null;
      if ((key !== 'z' && key !== 'y') || isElsewhere) return;
      event.preventDefault();
      if (key === 'y' || event.shiftKey) latest.current.again();
      else latest.current.back();
    };
    window.addEventListener('keydown', pressed);
    return () => window.removeEventListener('keydown', pressed);
  }, []);
};
