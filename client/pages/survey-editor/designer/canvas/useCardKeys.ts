import type { KeyboardEvent } from 'react';
import { useCanvas } from '../context.ts';
import type { useTools } from './Tools.tsx';

type Tools = Pick<ReturnType<typeof useTools>, 'move' | 'drop' | 'copy'>;

/** On a card's title: Alt+arrows move it, Delete takes it away, Ctrl+D copies it, Escape closes it. */
export const useCardKeys = ({ move, drop, copy }: Tools, isOpen: boolean) => {
  const { select } = useCanvas();
  return (event: KeyboardEvent) => {
    const act = () => {
      if (event.altKey && event.key === 'ArrowUp') return () => move(-1, isOpen ? undefined : null);
      if (event.altKey && event.key === 'ArrowDown') return () => move(1, isOpen ? undefined : null);
      if (event.key === 'Delete') return drop;
      if (event.key === 'Escape' && isOpen) return () => select(undefined);
      if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'd') return copy;
      return undefined;
    };
    const chosen = act();
    if (!chosen) return;
    event.preventDefault();
    chosen();
  };
};
