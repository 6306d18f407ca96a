// Keeps the answers in the browser at once and on the server a moment later, and says how far that has come.
import { loadPage, RespondRefusal, saveDraft } from '../../api/respond.ts';
import { type Draft, keep, mergeDrafts } from './draft.ts';

export type Saved = 'none' | 'saving' | 'saved' | 'onDevice' | 'nowhere';
export type DraftChange = Partial<Pick<Draft, 'answers' | 'language' | 'page'>>;

export interface DraftKeeper {
  readonly draft: Draft;
  change(part: DraftChange): void;
  /** Sends what the server lacks, now. */
  flush(): void;
  /** No more drafts from here on: the answers themselves are on their way. */
  stop(): Promise<void>;
  resume(): void;
  /** Answers that came from another tab or device, put together with these. @returns what ends the listening */
  onOthers(listen: (answers: Draft['answers']) => void): () => void;
}

/** For a survey that is tried: what is answered is in no storage. */
export const keepNowhere = (first: Draft): DraftKeeper => {
  let draft = first;
  const nothing = () => {};
  return {
    get draft() {
      return draft;
    },
    change: (part) => {
      draft = { ...draft, ...part };
    },
    ...{ flush: nothing, stop: async () => {}, resume: nothing, onOthers: () => nothing },
  };
};

const settleMilliseconds = 1200;
const againMilliseconds = 8000;
const answered = [() => true, () => false] as const;

/** No later try can help: answered elsewhere, closed, or taken away. */
const isFinal = (error: unknown): error is RespondRefusal =>
  error instanceof RespondRefusal && ['link-used', 'closed', 'unknown-link'].includes(error.code);

export const keepDraft = (
  token: string,
  first: Draft,
  onSaved: (saved: Saved) => void,
  onRefused: (code: string) => void,
): DraftKeeper => {
  let draft = first;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let sending = Promise.resolve();
  let stopped = false;
  let tellOthers: (answers: Draft['answers']) => void = () => {};

  const takeUpOther = async () => {
    // Answered in another tab or device too: build on what stands there, with what was changed here on top.
    const page = await loadPage(token);
    draft = { ...mergeDrafts(page.draft, draft, draft.language), synced: false };
    tellOthers(draft.answers);
  };
  const send = async () => {
    if (stopped || draft.synced) return;
    const { submissionId, revision, answers, language } = draft;
    try {
      const reply = await saveDraft(token, { submissionId, revision, answers, language });
      const synced = draft.answers === answers && draft.language === language;
      draft = { ...draft, revision: reply.revision, known: answers, synced };
      await keep(token, draft);
      if (synced) onSaved('saved');
    } catch (error) {
      if (isFinal(error)) {
        stopped = true;
        return onRefused(error.code);
      }
      const stale = error instanceof RespondRefusal && error.code === 'stale-revision';
      const putTogether = stale && (await takeUpOther().then(...answered));
      if (!putTogether) onSaved('onDevice');
      if (!stopped) timer = setTimeout(flush, putTogether ? settleMilliseconds : againMilliseconds);
    }
  };
  const flush = () => {
    clearTimeout(timer);
    sending = sending.then(send);
  };
  const change = (part: DraftChange) => {
    const synced = draft.synced && part.answers === undefined && part.language === undefined;
    draft = { ...draft, ...part, synced };
    keep(token, draft).then((kept) => kept || onSaved('nowhere'));
    if (synced || stopped) return;
    onSaved('saving');
    clearTimeout(timer);
    timer = setTimeout(flush, settleMilliseconds);
  };
  return {
    get draft() {
      return draft;
    },
    change,
    flush,
    stop: async () => {
      stopped = true;
      clearTimeout(timer);
      await sending;
    },
    resume: () => {
      stopped = false;
    },
    onOthers: (listen) => {
      tellOthers = listen;
      return () => {
        tellOthers = () => {};
      };
    },
  };
};
