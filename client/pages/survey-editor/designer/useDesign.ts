// The definition behind the text, with every step to take back, and what is selected in it.
import { useCallback, useMemo, useRef, useState } from 'react';
import { begin, changedTo, type History, metBy, redone, replacedBy, undone } from './document/history.ts';
import { mergedSteps } from './document/mergeSources.ts';
import type { Changed } from './document/operations.ts';
import { settleSkips } from './document/skipOperations.ts';
import { elementOf, type Json, objectAt, type Place } from './document/tree.ts';

/** Somebody else's text, taken up into mine. */
export interface Meeting {
  base: string;
  theirs: string;
  source: string;
}
export interface How {
  /** Changes with the same word that follow each other are one step. */
  join?: string;
  /** What stays selected, when it is not what was changed. */
  select?: Place | null;
}
export type Apply = (make: (definition: Json) => Changed | undefined, how?: How) => Changed | undefined;

/**
 * @param isShown while it is not, the text is read no more than once, when the designer is shown again
 * @param meeting the last one: `source` has become what it says
 */
export const useDesign = (source: string, setSource: (source: string) => void, isShown: boolean, meeting?: Meeting) => {
  const [history, setHistory] = useState<History>(() => begin(source));
  const [selected, select] = useState<Place>();
  const [met, setMet] = useState<Meeting>();
  const isMet = meeting !== undefined && meeting !== met && meeting.source === source;
  const now = (() => {
    if (!isShown || history.source === source) return history;
    if (!isMet || !history.present) return replacedBy(history, source);
    return metBy(history, source, (steps) => mergedSteps(steps, meeting.base, meeting.theirs));
  })();
  if (isMet) setMet(meeting);
  if (now !== history) setHistory(now);
  const latest = useRef(now);
  latest.current = now;
  const write = useRef(setSource);
  write.current = setSource;

  const show = useCallback((next: History) => {
    if (next === latest.current) return false;
    latest.current = next;
    setHistory(next);
    write.current(next.source);
    return true;
  }, []);
  const apply: Apply = useCallback(
    (make, { join, select: wanted } = {}) => {
      const before = latest.current;
      const wished = before.present && make(before.present.definition);
      if (!before.present || !wished) return undefined;
      const made = { ...wished, definition: settleSkips(before.present.definition, wished.definition) };
      const chosen = wanted === undefined ? elementOf(made.place) : (wanted ?? undefined);
      show(changedTo(before, made.definition, chosen, join));
      select(chosen);
      return made;
    },
    [show],
  );
  const go = useCallback(
    (turn: (history: History) => History) => {
      const was = latest.current;
      const next = turn(was);
      if (!show(next)) return false;
      const place = next.present?.selected;
      select(place !== undefined && next.present && objectAt(next.present.definition, place) ? place : undefined);
      return true;
    },
    [show],
  );
  const undo = useCallback(() => go(undone), [go]);
  const redo = useCallback(() => go(redone), [go]);
  const definition = now.present?.definition;
  const [canUndo, canRedo] = [now.past.length > 0, now.future.length > 0];
  return useMemo(
    () => ({ definition, selected, select, apply, undo, redo, canUndo, canRedo }),
    [definition, selected, apply, undo, redo, canUndo, canRedo],
  );
};
export type Design = ReturnType<typeof useDesign>;
