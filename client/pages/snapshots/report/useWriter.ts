import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { fetchReport, type Report, saveReport } from '../../../api/snapshots.ts';
import { dropKept, keep, readKept } from './keptTexts.ts';
import { createWriter } from './writer.ts';

/** How long the writing rests before it is saved. */
const restMilliseconds = 800;

export const useWriter = (slug: string, snapshot: string, loaded: Report, mayWrite: boolean) => {
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const [writer] = useState(() =>
    createWriter(loaded, mayWrite ? readKept(snapshot) : undefined, {
      save: (body) => saveReport(slug, snapshot, body),
      load: () => fetchReport(slug, snapshot),
      keep: (kept) => (kept ? keep(snapshot, kept) : dropKept(snapshot)),
      soon: (work) => {
        clearTimeout(timer.current);
        timer.current = setTimeout(work, restMilliseconds);
      },
    }),
  );
  const writing = useSyncExternalStore(writer.subscribe, writer.read);
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
  return { writer, writing };
};
