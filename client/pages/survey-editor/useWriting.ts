// The text being written: what the server has of it, what the browser keeps of it, and what somebody else wrote meanwhile.
import { useEffect, useRef, useState } from 'react';
import { ApiProblem } from '../../api/fetcher.ts';
import {
  fetchDraft,
  type SurveyAddress,
  type SurveyDraft,
  useDraftChange,
  useSurveyFromSource,
  useSurveysAnew,
} from '../../api/surveys.ts';
import { tooLargeBy } from '../../components/survey/sourceSize.ts';
import { type MergedSource, mergeSources } from './designer/document/mergeSources.ts';
import { dropKept, keep, readKept } from './keptDraft.ts';

/** What somebody else saved was taken up into the text without a question. */
export interface Meeting {
  /** Who saved; empty where what both began from was published. */
  name: string;
  /** What both began from, what the other made of it, and what the two are together. */
  base: string;
  theirs: string;
  source: string;
}

/** The draft is gone since it became the version that is there now: that one holds what was in it. */
const isPublished = (base: SurveyDraft, other: SurveyDraft): boolean => {
  const versionIn = ({ source }: SurveyDraft) => Number((JSON.parse(source) as { version?: unknown } | null)?.version);
  try {
    return versionIn(other) > versionIn(base);
  } catch {
    return false;
  }
};

/** A text written over an older revision is shown beside the newer one. */
const beginWith = (address: SurveyAddress, draft: SurveyDraft) => {
  const kept = readKept(address);
  if (!kept || kept.source === draft.source) return { source: draft.source };
  if (kept.revision === draft.revision) return { source: kept.source, restored: kept.at };
  return { source: kept.source, theirs: draft };
};

export const useWriting = (address: SurveyAddress, draft: SurveyDraft) => {
  const [begun] = useState(() => beginWith(address, draft));
  const [source, setSource] = useState(begun.source);
  const [saved, setSaved] = useState(draft);
  const [theirs, setTheirs] = useState<SurveyDraft | undefined>(begun.theirs);
  const [merged, setMerged] = useState<MergedSource>();
  const [meeting, setMeeting] = useState<Meeting>();
  const [setAside, putAside] = useState<string>();
  const [restored, setRestored] = useState<string | undefined>(begun.restored);
  const [isKept, setKept] = useState(true);
  const [failure, setFailure] = useState<unknown>();
  const [tooLarge, setTooLarge] = useState<number>();
  const change = useDraftChange(address);
  const anew = useSurveyFromSource();
  const askForVersions = useSurveysAnew();
  const isChanged = source !== saved.source;

  const now = useRef({ source, saved, theirs });
  now.current = { source, saved, theirs };
  const isDone = useRef(false);
  const keepNow = () => {
    if (isDone.current) return;
    const { source: text, saved: base, theirs: other } = now.current;
    if (text === base.source && !other) dropKept(address);
    else setKept(keep(address, text, base.revision));
  };
  const keepRef = useRef(keepNow);
  keepRef.current = keepNow;
  // biome-ignore lint/correctness/useExhaustiveDependencies: written when the text has rested a moment
  useEffect(() => {
    const timer = setTimeout(() => keepRef.current(), 300);
    return () => clearTimeout(timer);
  }, [source, saved]);
  useEffect(() => {
    const leaving = () => keepRef.current();
    window.addEventListener('pagehide', leaving);
    return () => {
      window.removeEventListener('pagehide', leaving);
      leaving();
    };
  }, []);

  const took = (reply: SurveyDraft) => {
    // At once: who saves again before the page is drawn anew would send the revision before, and be taken for somebody else.
    now.current = { ...now.current, saved: reply, theirs: undefined };
    setSaved(reply);
    setTheirs(undefined);
    setMerged(undefined);
    setRestored(undefined);
  };
  const send = async (text: string, revision: number): Promise<SurveyDraft | undefined> => {
    setFailure(undefined);
    const size = tooLargeBy(text);
    setTooLarge(size);
    if (size !== undefined) return undefined;
    try {
      const reply = await change.mutateAsync({ source: text, revision });
      took(reply);
      return reply;
    } catch (error) {
      if (error instanceof ApiProblem && error.code === 'stale-revision')
        return fetchDraft(address).then(meet, (reason: unknown) => {
          setFailure(reason);
          return undefined;
        });
      setFailure(error);
      return undefined;
    }
  };
  /**
   * Somebody else saved: what both did is put together, and only what can't be is asked about.
   * @returns what is saved now; undefined when the writer is asked
   */
  const meet = async (other: SurveyDraft): Promise<SurveyDraft | undefined> => {
    const { source: mine, saved: base } = now.current;
    if (other.revision === base.revision) return undefined;
    const isGone = other.changedAt === null;
    if (isGone) void askForVersions();
    if (isGone && base.changedAt === null && mine === base.source) {
      setSource(other.source);
      took(other);
      return other;
    }
    const canMeet = !isGone || isPublished(base, other);
    const together = canMeet ? mergeSources(base.source, mine, other.source) : undefined;
    if (!together || together.conflicts.length > 0) {
      setTheirs(other);
      setMerged(together);
      return undefined;
    }
    setMeeting({ name: other.changedBy ?? '', base: base.source, theirs: other.source, source: together.source });
    setSource(together.source);
    took(other);
    return together.source === other.source ? other : send(together.source, other.revision);
  };
  const under = useRef<Promise<SurveyDraft | undefined>>(undefined);
  /**
   * One at a time: a save that is asked for while another is under way would meet that one as if it were somebody else's.
   * @returns the draft as the server has it now; undefined when it was not saved, and the page says why
   */
  const save = (): Promise<SurveyDraft | undefined> => {
    const sendNow = (revision: number) => send(now.current.source, revision);
    const next = under.current
      ? under.current.then((reply) =>
          reply?.source === now.current.source ? reply : sendNow((reply ?? now.current.saved).revision),
        )
      : sendNow(now.current.saved.revision);
    under.current = next;
    void next.finally(() => {
      if (under.current === next) under.current = undefined;
    });
    return next;
  };
  const keepMine = async () => {
    if (!theirs) return;
    const other = theirs.source;
    if (await send(source, theirs.revision)) putAside(other);
  };
  const takeTheirs = () => {
    if (!theirs) return;
    putAside(source);
    setSource(theirs.source);
    took(theirs);
  };
  /** Of a merge whose conflicts are decided. */
  const keepTogether = async (text: string) => {
    if (!theirs) return;
    setMeeting({ name: theirs.changedBy ?? '', base: saved.source, theirs: theirs.source, source: text });
    setSource(text);
    await send(text, theirs.revision);
  };
  /** Back to what the server has. */
  const drop = () => {
    setSource(saved.source);
    setRestored(undefined);
  };
  /** Of a survey that was thrown away before it had a version: under its name again, with the text that is here. */
  const beginAnew = () => {
    setFailure(undefined);
    return anew.mutateAsync({ ...address, source: now.current.source }).then(took, setFailure);
  };
  /** The draft is gone from the server: nothing is left to keep. */
  const forget = () => {
    isDone.current = true;
    dropKept(address);
  };
  return {
    ...{ source, setSource, saved, isChanged, isSaving: change.isPending, isKept, failure, tooLarge, restored },
    ...{
      theirs,
      merged,
      meeting,
      setAside,
      closeSetAside: () => putAside(undefined),
      closeMeeting: () => setMeeting(undefined),
    },
    ...{ save, meet, keepMine, takeTheirs, keepTogether, beginAnew, drop, forget },
  };
};
export type Writing = ReturnType<typeof useWriting>;
