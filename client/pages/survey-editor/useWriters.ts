// Who else has the draft open, and what they save meanwhile.
import { useEffect, useRef, useState } from 'react';
import { fetchDraft, leaveWriters, meetWriters, type SurveyAddress, type WriterReply } from '../../api/surveys.ts';
import type { Writing } from './useWriting.ts';

const everyMilliseconds = 10_000;
export type OtherWriter = WriterReply['others'][number];

/** Also where the page is not served securely, as on a local network. */
const newTab = () =>
  Array.from(crypto.getRandomValues(new Uint8Array(12)), (byte) => byte.toString(16).padStart(2, '0')).join('');

/** @param question name of the one that is open here */
export const useWriters = (address: SurveyAddress, writing: Writing, question: string): readonly OtherWriter[] => {
  const [others, setOthers] = useState<readonly OtherWriter[]>([]);
  const [tab] = useState(newTab);
  const latest = useRef({ writing, question });
  latest.current = { writing, question };
  const { name, programme } = address;
  // biome-ignore lint/correctness/useExhaustiveDependencies: told at once when another question is opened
  useEffect(() => {
    let hasLeft = false;
    const tell = async () => {
      const reply = await meetWriters({ name, programme }, tab, latest.current.question).catch(() => undefined);
      if (!reply || hasLeft) return;
      setOthers(reply.others);
      const { saved, isSaving, theirs, meet } = latest.current.writing;
      if (reply.revision <= saved.revision || isSaving || theirs) return;
      const draft = await fetchDraft({ name, programme }).catch(() => undefined);
      const { writing: current } = latest.current;
      if (draft && !hasLeft && draft.revision > current.saved.revision && !current.isSaving) await meet(draft);
    };
    void tell();
    const timer = setInterval(() => document.visibilityState === 'visible' && void tell(), everyMilliseconds);
    return () => {
      hasLeft = true;
      clearInterval(timer);
    };
  }, [name, programme, tab, question]);
  // Whoever loads the page anew is not told of themselves in another tab.
  useEffect(() => {
    const leave = () => void leaveWriters({ name, programme }, tab).catch(() => undefined);
    window.addEventListener('pagehide', leave);
    return () => {
      window.removeEventListener('pagehide', leave);
      leave();
    };
  }, [name, programme, tab]);
  return others;
};
