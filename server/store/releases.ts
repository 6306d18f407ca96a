// The figures that are shown to those who may not see individuals, the same for all processes: one document a programme, and
// one for each set of sites whose coordinators have asked for goals of anonymous surveys.
import { gunzipSync, gzipSync } from 'node:zlib';
import mongoose from 'mongoose';
import type { Release } from '../domain/disclosure/release.ts';
import type { ChangeMarker } from './changes.ts';
import { collection, isDuplicate, required } from './collection.ts';

/** What is known of a release without its figures. */
export interface ReleaseHead {
  number: number;
  computedAt: string;
  /** The state of the rows that it was counted from. */
  marker: ChangeMarker;
  /** What counting depends on besides rows, as text. */
  meaning: string;
}
interface Stored extends Omit<ReleaseHead, 'marker'> {
  _id: string;
  marker: string;
  content: Buffer;
}

const releases = collection<Stored>('releases', {
  number: required(Number),
  computedAt: required(String),
  marker: required(String),
  meaning: required(String),
  content: required(mongoose.Schema.Types.Buffer),
});

export async function findReleaseHead(key: string): Promise<ReleaseHead | undefined> {
  const stored = await releases.findOne({ _id: key }, { content: 0 }).lean<Stored>();
  return stored ? headOf(stored) : undefined;
}

export async function findRelease(key: string): Promise<{ head: ReleaseHead; release: Release } | undefined> {
  const stored = await releases.findOne({ _id: key }).lean<Stored>();
  if (!stored) return undefined;
  return { head: headOf(stored), release: JSON.parse(gunzipSync(bytesOf(stored.content)).toString()) as Release };
}

/** Stores the release after `previous`. @returns false when another process has stored one before */
export async function replaceRelease(
  key: string,
  previous: number | undefined,
  head: ReleaseHead,
  release: Release,
): Promise<boolean> {
  const content = gzipSync(JSON.stringify(release));
  const stored = { ...head, marker: JSON.stringify(head.marker), content };
  if (previous !== undefined) {
    const result = await releases.updateOne({ _id: key, number: previous }, { $set: stored });
    return result.matchedCount > 0;
  }
  try {
    await releases.insertMany([{ _id: key, ...stored }]);
    return true;
  } catch (error) {
    if (isDuplicate(error)) return false;
    throw error;
  }
}

function headOf({ number, computedAt, marker, meaning }: Stored): ReleaseHead {
  return { number, computedAt, marker: JSON.parse(marker) as ChangeMarker, meaning };
}

/** The driver hands binary data over in a wrapper. */
const bytesOf = (content: Buffer | { buffer: Uint8Array }): Uint8Array =>
  Buffer.isBuffer(content) ? content : (content.buffer as Uint8Array);
