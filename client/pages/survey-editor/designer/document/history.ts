// Every state of the definition since the page was opened, as trees that share what did not change; and the text it is saved as.
import { isJson, type Json, type Place } from './tree.ts';

interface Step {
  definition: Json;
  source: string;
  /** What was selected in it. */
  selected: Place | undefined;
}
export interface History {
  /** undefined while the text cannot be read. */
  present: Step | undefined;
  /** The text that the present was read from or written as. */
  source: string;
  past: readonly Step[];
  future: readonly Step[];
  /** Changes of one kind at one place that follow each other are undone as one. */
  joined: string | undefined;
}

const indentOf = (source: string): string | number => /^\{\r?\n([ \t]+)/.exec(source)?.[1] ?? 2;
const endOf = (source: string) => (/\n$/.test(source) ? '\n' : '');
export const writtenLike = (source: string, definition: Json): string =>
  JSON.stringify(definition, null, indentOf(source)) + endOf(source);

const readSource = (source: string): Json | undefined => {
  try {
    const read: unknown = JSON.parse(source);
    return isJson(read) ? read : undefined;
  } catch {
    return undefined;
  }
};
const stepOf = (source: string): Step | undefined => {
  const definition = readSource(source);
  return definition && { definition, source, selected: undefined };
};

export const begin = (source: string): History => ({
  ...{ source, present: stepOf(source) },
  ...{ past: [], future: [], joined: undefined },
});

/** The text was changed elsewhere: typed, taken from somebody else, or put back. That can be undone too. */
export const replacedBy = (history: History, source: string): History => {
  const present = stepOf(source);
  if (!present) return { ...history, source, present: undefined, past: pushed(history), future: [] };
  return { source, present, past: pushed(history), future: [], joined: undefined };
};
/**
 * Somebody else's changes were taken up: they are in every step from now on, so that undoing one's own leaves theirs alone.
 * @param withTheirs the same steps with those changes, undefined where that cannot be told
 */
export const metBy = (
  history: History,
  source: string,
  withTheirs: (steps: readonly Json[]) => (Json | undefined)[],
): History => {
  const next = replacedBy({ ...history, past: [] }, source);
  const kept = history.past.slice(-mostMet);
  const definitions = withTheirs(kept.map(({ definition }) => definition));
  const past = definitions.flatMap((definition, at) => {
    const step = kept[at];
    return definition && step ? [{ ...step, definition, source: writtenLike(source, definition) }] : [];
  });
  return { ...next, past };
};
/** Older steps go: each has to be put together anew. */
const mostMet = 50;

const pushed = ({ past, present }: History): readonly Step[] => (present ? [...past, present] : past);

export const changedTo = (history: History, definition: Json, selected: Place | undefined, join?: string): History => {
  const { present, past } = history;
  if (!present || definition === present.definition) return history;
  const isJoined = join !== undefined && join === history.joined;
  const next = { definition, selected, source: writtenLike(present.source, definition) };
  return { source: next.source, present: next, past: isJoined ? past : [...past, present], future: [], joined: join };
};

export const undone = (history: History): History => {
  const before = history.past.at(-1);
  if (!before) return history;
  const future = history.present ? [history.present, ...history.future] : history.future;
  return { source: before.source, present: before, past: history.past.slice(0, -1), future, joined: undefined };
};

export const redone = (history: History): History => {
  const [next, ...future] = history.future;
  if (!next) return history;
  return { source: next.source, present: next, past: pushed(history), future, joined: undefined };
};
