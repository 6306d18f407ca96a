// The release that a programme stands at: taken from the store, and made anew when enough has changed.
import { createHash } from 'node:crypto';
import { setImmediate as others } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { countFamily } from '../domain/disclosure/family.ts';
import type { Slice } from '../domain/disclosure/figures.ts';
import { nextRelease, type Release } from '../domain/disclosure/release.ts';
import { hiddenIn } from '../domain/disclosure/shown.ts';
import { loadSolver } from '../domain/disclosure/solver.ts';
import type { IsHidden } from '../domain/disclosure/suppression.ts';
import type { Programme } from '../domain/programme/schema.ts';
import type { AnyDefinition } from '../domain/surveys/definition.ts';
import { type ChangeMarker, readMarker, rowsChanged } from '../store/changes.ts';
import { connectionNumber } from '../store/database.ts';
import { findRelease, findReleaseHead, type ReleaseHead, replaceRelease } from '../store/releases.ts';
import type { ReleaseTask } from './releasing.ts';
import { getTable } from './tables.ts';

export interface Current {
  head: ReleaseHead;
  release: Release;
  isHidden: IsHidden;
}

/** By key; the store says which release is the latest. */
const held = new Map<string, Current>();
const underWay = new Map<string, Promise<Current>>();
/** As many as are likely to be looked at in turns. */
const mostHeld = 16;
/** Figures in all lists; what is larger is solved in a thread of its own, for it takes seconds. */
const mostHere = 2_000;
let connection = 0;

/** What is released together, to readers who are shown the same. */
interface Scope {
  /** With the goals that they are shown. */
  programme: Programme;
  surveys: readonly AnyDefinition[];
  /** Rows of these sites only, when given. */
  sites?: readonly string[];
}

/** Calls that come while the next release is made wait for it. */
export async function getRelease(scope: Scope): Promise<Current> {
  const key = keyOf(scope);
  const waiting = underWay.get(key);
  if (waiting) return waiting;
  const found = findCurrent(key, scope).finally(() => underWay.delete(key));
  underWay.set(key, found);
  return found;
}

const keyOf = ({ programme, sites }: Scope): string =>
  sites ? `${programme.slug}/${[...sites].sort().join('+')}` : programme.slug;

async function findCurrent(key: string, scope: Scope): Promise<Current> {
  const { slug, suppression } = scope.programme;
  const meaning = meaningOf(scope);
  for (;;) {
    // Read before the rows: what comes in between is then counted once more as changed, never missed.
    const marker = await readMarker(slug);
    const head = await findReleaseHead(key);
    const previous = head && (await load(key, head.number));
    if (head && !previous) continue;
    const isFresh = head?.meaning === meaning && Math.abs(rowsChanged(head.marker, marker)) < suppression.below;
    if (previous && isFresh) return previous;
    const next = await makeNext(scope, previous, { marker, meaning });
    if (await replaceRelease(key, head?.number, next.head, next.release)) return hold(key, next.head, next.release);
  }
}

async function makeNext(
  { programme, surveys, sites }: Scope,
  previous: Current | undefined,
  state: { marker: ChangeMarker; meaning: string },
): Promise<Omit<Current, 'isHidden'>> {
  const now = new Date().toISOString();
  const table = await getTable(programme, surveys, now.slice(0, 10));
  const slices: Slice[] = [];
  for (const slice of countFamily({ programme, surveys, table, ...(sites && { sites }) })) {
    slices.push(slice);
    await others();
  }
  const release = await solve(previous?.release, programme, slices);
  const isKept = release.number === previous?.release.number;
  const computedAt = isKept && previous ? previous.head.computedAt : now;
  return { head: { number: (previous?.head.number ?? 0) + 1, computedAt, ...state }, release };
}

async function solve(previous: Release | undefined, programme: Programme, slices: Slice[]): Promise<Release> {
  if (sizeOf(slices) > mostHere) return solveInThread({ previous, programme, slices });
  await loadSolver();
  return nextRelease(previous, programme, slices);
}

const sizeOf = (slices: readonly Slice[]): number =>
  slices
    .flatMap(({ goals }) => goals.flatMap(({ basis }) => basis.lists))
    .reduce((sum, { keys }) => sum + keys.length, 0);

function solveInThread(workerData: ReleaseTask): Promise<Release> {
  return new Promise((resolve, reject) => {
    const thread = new Worker(new URL('./releasing.thread.mjs', import.meta.url), { workerData, execArgv: [] });
    thread.once('message', resolve);
    thread.once('error', reject);
    thread.once('exit', (code) => reject(new Error(`the thread that protects figures ended with ${code}`)));
  });
}

/** @returns undefined when another one has taken its place */
async function load(key: string, number: number): Promise<Current | undefined> {
  if (connection !== connectionNumber()) held.clear();
  connection = connectionNumber();
  const known = held.get(key);
  if (known?.head.number === number) return known;
  const stored = await findRelease(key);
  return stored?.head.number === number ? hold(key, stored.head, stored.release) : undefined;
}

function hold(key: string, head: ReleaseHead, release: Release): Current {
  const current = { head, release, isHidden: hiddenIn(release) };
  held.delete(key);
  held.set(key, current);
  for (const oldest of [...held.keys()].slice(0, Math.max(0, held.size - mostHeld))) held.delete(oldest);
  return current;
}

/** What figures depend on besides rows: definitions without titles, targets and verdicts, which are told as they are today. */
function meaningOf({ programme: { goals, ...programme }, surveys }: Scope): string {
  const counted = goals.map(({ id, indicator, target }) => [id, indicator, target && 'aboveWave' in target && target]);
  const versions = surveys.map(({ name, version }) => `${name} ${version}`).sort();
  const text = JSON.stringify([programme, counted, versions], (key, value) => (key === 'title' ? undefined : value));
  return createHash('sha256').update(text).digest('base64url');
}
