import { useEffect, useRef } from 'react';
import type { Writing } from './useWriting.ts';

const restMilliseconds = 4000;

/** Saved by itself when the writer rests; not while a question is open about what somebody else wrote, nor again after a failure. */
export const useAutosave = (writing: Writing): void => {
  const { source, isChanged, isSaving, theirs, failure, tooLarge, restored } = writing;
  const save = useRef(writing.save);
  save.current = writing.save;
  const isWaiting = isChanged && !isSaving && !theirs && failure === undefined && tooLarge === undefined && !restored;
  // biome-ignore lint/correctness/useExhaustiveDependencies: each change of the text begins the rest anew
  useEffect(() => {
    if (!isWaiting) return;
    const timer = setTimeout(() => save.current(), restMilliseconds);
    return () => clearTimeout(timer);
  }, [isWaiting, source]);
};
