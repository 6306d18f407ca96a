// Snapshots. There is no function that changes or removes one, for nobody's role: what a report names must stay.
import type { KindCount } from '../domain/snapshots/content.ts';
import type { ChangeMarker } from './changes.ts';
import { collection, Mixed, required } from './collection.ts';

export interface SnapshotHead {
  id: string;
  programme: string;
  title: string;
  createdAt: string;
  createdBy: string;
  computedAt: string;
  by: string;
  minDays: number | null;
  hash: string;
}
export interface StoredSnapshot extends SnapshotHead {
  /** Canonical JSON, kept as text so that it comes back to the letter; the hash is of this. */
  content: string;
  /** How many rows there were, small numbers too: never sent, only what they differ by is told, protected. */
  counts: KindCount[];
  marker: ChangeMarker;
}
type Stored = Omit<StoredSnapshot, 'id'> & { _id: string };

const snapshots = collection<Stored>(
  'snapshots',
  {
    programme: required(String),
    title: required(String),
    createdAt: required(String),
    createdBy: required(String),
    computedAt: required(String),
    by: { type: String, default: '' },
    minDays: { type: Number, default: null },
    hash: required(String),
    content: required(String),
    counts: [Mixed],
    marker: { type: Mixed, required: true },
  },
  [[{ programme: 1, createdAt: -1 }]],
);

export async function insertSnapshot({ id, ...snapshot }: StoredSnapshot): Promise<void> {
  await snapshots.insertMany([{ ...snapshot, _id: id }]);
}

/** Newest first, without their content. */
export async function listSnapshots(programme: string): Promise<SnapshotHead[]> {
  const heads = { content: 0, counts: 0, marker: 0 } as const;
  const found = await snapshots.find({ programme }, heads).sort({ createdAt: -1 }).lean<Stored[]>();
  return found.map(read);
}

export async function findSnapshot(programme: string, id: string): Promise<StoredSnapshot | undefined> {
  const stored = await snapshots.findOne({ _id: id, programme }).lean<Stored>();
  return stored ? read(stored) : undefined;
}

function read({ _id, ...rest }: Stored): StoredSnapshot {
  return { id: _id, ...rest };
}
