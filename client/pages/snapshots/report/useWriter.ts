import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { fetchReport, type Report, saveReport } from '../../../api/snapshots.ts';
import { dropKept, keep, type Place, readKept } from './keptTexts.ts';
import { createWriter, type Writer, type Writing } from './writer.ts';

/** How long the writing rests before it is saved. */
const restMilliseconds = 800;

/** @param place undefined for those who only read: nothing of theirs is kept */
export const useWriter = (slug: string, snapshot: string, loaded: Report, place: Place | undefined): Writer => {
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const [writer] = useState(() =>
    createWriter(loaded, place && readKept(place), {
      save: (body) => saveReport(slug, snapshot, body),
      load: () => fetchReport(slug, snapshot),
      keep: (kept) => place === undefined || (kept ? keep(place, kept) : dropKept(place)),
      soon: (work) => {
        clearTimeout(timer.current);
        timer.current = setTimeout(work, restMilliseconds);
      },
    }),
  );
  useEffect(() => {
    const again = () => void writer.saveNow();
    window.addEventListener('online', again);
    return () => {
      window.removeEventListener('online', again);
      // Whoever goes to another page does not wait for the pause.
      clearTimeout(timer.current);
      again();
    };
  }, [writer]);
  return writer;
};

/** One part of the writing, so that a page with many charts is not drawn again at each letter. */
export const useWriting = <Part>(writer: Writer, part: (writing: Writing) => Part): Part =>
  useSyncExternalStore(writer.subscribe, () => part(writer.read()));
