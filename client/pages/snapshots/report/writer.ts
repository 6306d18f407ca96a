// The report being written: saved a moment after each change, one call at a time, with what others wrote put in.
import { ApiProblem } from '../../../api/fetcher.ts';
import type { Report, ReportChange } from '../../../api/snapshots.ts';
import { isSame, merge, type Pieces, piecesOf, textsOf } from './texts.ts';

export interface Writing {
  pieces: Pieces;
  /** As the server has it. */
  saved: Report;
  isChanged: boolean;
  isSaving: boolean;
  failure: unknown;
  /** Whether the browser holds what the server does not have yet. */
  isKept: boolean;
  /** Pieces that another has changed, too: nothing is saved before the writer has chosen. */
  conflicts: readonly string[];
  /** What the other wrote, while there are conflicts. */
  theirs: Report | undefined;
  /** Whose texts were put in beside one's own. */
  joined: string | undefined;
}
interface Ways {
  save(body: ReportChange): Promise<Report>;
  load(): Promise<Report>;
  /** Called at every change with what the server does not have yet; undefined when it has it all. @returns whether it is kept */
  keep(kept: { base: Report; pieces: Pieces } | undefined): boolean;
  /** Waits until the writing rests. */
  soon(work: () => void): void;
}
/** Of a report that others write in at the same time. */
const mostTries = 5;

export const createWriter = (
  loaded: Report,
  kept: { base: Report; pieces: Pieces } | undefined,
  { save, load, keep, soon }: Ways,
) => {
  let now: Writing = {
    ...{ pieces: piecesOf(loaded), saved: loaded, isChanged: false, isSaving: false, failure: undefined, isKept: true },
    ...{ conflicts: [], theirs: undefined, joined: undefined },
  };
  const listeners = new Set<() => void>();
  let flight: Promise<boolean> | undefined;

  const set = (change: Partial<Writing>) => {
    now = { ...now, ...change };
    now.isChanged = !isSame(now.pieces, piecesOf(now.saved));
    now.isKept = keep(now.isChanged ? { base: now.saved, pieces: now.pieces } : undefined);
    for (const listener of listeners) listener();
  };
  const meet = (base: Report, theirs: Report) => {
    const { pieces, conflicts } = merge(piecesOf(base), now.pieces, piecesOf(theirs));
    // The base stays until the choice is made: what is kept meanwhile must meet the same text again.
    if (conflicts.length > 0) set({ pieces, conflicts, theirs });
    else set({ pieces, saved: theirs, ...(!isSame(pieces, now.pieces) && { joined: theirs.changedBy ?? undefined }) });
  };
  /** @returns whether it was saved; else another's text has been put in, and it is to be tried again */
  const attempt = async (): Promise<boolean> => {
    const sent = now.pieces;
    try {
      const reply = await save({ revision: now.saved.revision, ...textsOf(sent) });
      // The server's own cleaning of what was sent is taken over, unless more has been written since.
      set({ saved: reply, ...(now.pieces === sent && { pieces: piecesOf(reply) }) });
      return true;
    } catch (error) {
      if (!(error instanceof ApiProblem) || error.code !== 'stale-revision') throw error;
      meet(now.saved, await load());
      return false;
    }
  };
  const send = async (): Promise<boolean> => {
    set({ isSaving: true, failure: undefined });
    try {
      let isSaved = false;
      for (let tries = 0; tries < mostTries && !isSaved && now.conflicts.length === 0; tries++)
        isSaved = await attempt();
      set({ isSaving: false });
      // Written meanwhile: saved when that rests, too.
      if (now.isChanged && now.conflicts.length === 0) soon(() => void saveNow());
    } catch (failure) {
      set({ isSaving: false, failure });
    }
    return !now.isChanged;
  };
  /** @returns whether the server has everything */
  const saveNow = async (): Promise<boolean> => {
    if (flight) await flight;
    if (!now.isChanged) return true;
    if (now.conflicts.length > 0) return false;
    flight ??= send().finally(() => (flight = undefined));
    return flight;
  };

  const writer = {
    subscribe: (listener: () => void) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    read: () => now,
    write: (name: string, text: string) => {
      set({ pieces: { ...now.pieces, [name]: text } });
      soon(() => void saveNow());
    },
    saveNow,
    /** One's own text of a piece, the other's, or one after the other. */
    choose: (name: string, whose: 'mine' | 'theirs' | 'both') => {
      if (!now.theirs) return;
      const conflicts = now.conflicts.filter((each) => each !== name);
      const [mine, theirs] = [now.pieces[name] ?? '', piecesOf(now.theirs)[name] ?? ''];
      const texts = { mine, theirs, both: [mine, theirs].filter(Boolean).join('\n\n') };
      const pieces = { ...now.pieces, [name]: texts[whose] };
      if (conflicts.length > 0) return set({ pieces, conflicts });
      set({ pieces, conflicts, saved: now.theirs, theirs: undefined });
      void saveNow();
    },
    closeJoined: () => set({ joined: undefined }),
  };
  if (kept) {
    now = { ...now, pieces: kept.pieces, saved: kept.base };
    if (kept.base.revision === loaded.revision) set({ saved: loaded });
    else meet(kept.base, loaded);
    if (now.isChanged && now.conflicts.length === 0) soon(() => void saveNow());
  }
  return writer;
};
export type Writer = ReturnType<typeof createWriter>;
