// Freezing what an evaluator sees, and setting it against what the same questions give now.
import { randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { variablesOf } from '../domain/indicators/groups.ts';
import type { Programme } from '../domain/programme/schema.ts';
import { canonicalJson, hashOf } from '../domain/snapshots/canonical.ts';
import { compareCounts, compareDefinitions, compareGoals, compareSurveys } from '../domain/snapshots/compare.ts';
import {
  countedSurveys,
  type FrozenSurvey,
  type KindCount,
  type SnapshotContent,
  shownNumber,
} from '../domain/snapshots/content.ts';
import { problem } from '../problems.ts';
import { type ChangeMarker, readMarker, rowsChanged } from '../store/changes.ts';
import { findProgramme } from '../store/programmes.ts';
import { countRows } from '../store/rowCounts.ts';
import { findSnapshot, insertSnapshot, type StoredSnapshot } from '../store/snapshots.ts';
import { surveysOf } from '../store/surveys.ts';
import { getResults } from './results.ts';

export interface FreezeRequest {
  title: string;
  /** All one-way lists of the programme when it is not given. */
  by?: string | undefined;
  minDays?: number | undefined;
}
export interface Author {
  name: string;
  productVersion: string;
}

/** @throws Problem not-found, not-valid, filter-not-allowed: what an evaluator may not ask is not frozen either */
export async function freezeResults(slug: string, asked: FreezeRequest, author: Author): Promise<StoredSnapshot> {
  const state = await readState(slug, asked);
  const { definition, results, counts, by } = state;
  const { below } = definition.suppression;
  const head = {
    ...{ id: randomUUID(), programme: slug, title: asked.title, by, minDays: asked.minDays ?? null },
    ...{ createdAt: new Date().toISOString(), createdBy: author.name, computedAt: results.computedAt },
  };
  const content: SnapshotContent = {
    ...{ form: 1, ...head, productVersion: author.productVersion, definition, surveys: state.surveys, results },
    rows: counts.map((each) => ({ kind: each.kind, survey: each.survey, ...shownNumber(each.rows, below) })),
  };
  const text = canonicalJson(content);
  const snapshot = { ...head, hash: hashOf(text), content: text, counts, marker: state.marker };
  await insertSnapshot(snapshot);
  return snapshot;
}

interface State {
  definition: Programme;
  surveys: FrozenSurvey[];
  results: Awaited<ReturnType<typeof getResults>>;
  counts: KindCount[];
  marker: ChangeMarker;
  by: string;
}
const mostTries = 3;

/** All of one moment: read again when something was written meanwhile. If it never rests, that counts as come in since. */
async function readState(
  slug: string,
  { by, minDays }: Pick<FreezeRequest, 'by' | 'minDays'>,
  tries = 1,
): Promise<State> {
  const marker = await readMarker(slug);
  const definition = await getDefinition(slug);
  const asked = by ?? variablesOf(definition).join();
  const results = await getResults(slug, { kind: 'evaluator' }, { by: asked, minDays });
  const counts = await countRows(slug);
  const isStill =
    rowsChanged(marker, await readMarker(slug)) === 0 && isDeepStrictEqual(definition, await getDefinition(slug));
  if (!isStill && tries < mostTries) return readState(slug, { by, minDays }, tries + 1);
  return { definition, surveys: await frozenSurveys(slug, definition), results, counts, marker, by: asked };
}

async function getDefinition(slug: string): Promise<Programme> {
  return ((await findProgramme(slug)) ?? problem('not-found', `there is no programme "${slug}"`)).definition;
}

async function frozenSurveys(slug: string, programme: Programme): Promise<FrozenSurvey[]> {
  const all = await surveysOf(slug);
  const counted = countedSurveys(
    programme,
    all.map((each) => each.definition),
  );
  const used = all.filter((each) => counted.has(each.name));
  const inOrder = used.toSorted((a, b) => (a.name === b.name ? a.version - b.version : a.name < b.name ? -1 : 1));
  return inOrder.map(({ name, version, publishedAt, definition }) => ({ name, version, publishedAt, definition }));
}

/** @throws Problem not-found */
export async function getSnapshot(slug: string, id: string): Promise<StoredSnapshot> {
  return (await findSnapshot(slug, id)) ?? problem('not-found', 'there is no such snapshot');
}

export const contentOf = ({ content }: StoredSnapshot) => JSON.parse(content) as SnapshotContent;

/** Counts everything anew, as an evaluator sees it, and sets it against the snapshot. @throws Problem not-found */
export async function compareSnapshot(slug: string, id: string) {
  const snapshot = await getSnapshot(slug, id);
  const then = contentOf(snapshot);
  const now = await readState(slug, { by: '', ...(then.minDays !== null && { minDays: then.minDays }) });
  const { below } = now.definition.suppression;
  const recomputed = hashOf(canonicalJson(then));
  return {
    snapshot: id,
    comparedAt: new Date().toISOString(),
    computedAt: { before: then.computedAt, now: now.results.computedAt },
    hash: { stored: snapshot.hash, recomputed, intact: recomputed === snapshot.hash },
    rows: compareCounts(snapshot.counts, now.counts, Math.max(below, then.definition.suppression.below)),
    writes: shownNumber(rowsChanged(snapshot.marker, now.marker), below),
    goals: compareGoals(then.results, now.results),
    definitions: [...compareDefinitions(then.definition, now.definition), ...compareSurveys(then.surveys, now.surveys)],
  };
}
