// What says that a programme's rows have changed, and which: so that whoever keeps them in memory takes up only those.
//
// Every change of rows takes a number in one of a few lanes of its programme and stamps the rows with it, all in one
// transaction: within a lane, whoever sees a number sees the rows of every number before it. There are several lanes so that
// writers seldom wait for each other. A stamp holds no time, and tells no more of the order than the storage itself does.
import { randomInt } from 'node:crypto';
import mongoose, { type ClientSession } from 'mongoose';
import { collection, keyOf, required } from './collection.ts';

const laneCount = 16;

/** On a row: the change that wrote it last. */
export interface Stamp {
  lane: number;
  seq: number;
}
interface Lane extends Stamp {
  _id: string;
  programme: string;
  /** Rows that were written or removed in this lane, ever. */
  rows: number;
  /** By collection, how often rows were removed from it: those who keep them have to read it again. */
  removals?: Record<string, number>;
}
/** The state of a programme's rows. Two markers are equal only if nothing was written or removed between them. */
export interface ChangeMarker {
  /** By lane its last number. */
  seqs: Readonly<Record<number, number>>;
  rows: number;
  removals: Readonly<Record<string, number>>;
}

const lanes = collection<Lane>(
  'changes',
  {
    programme: required(String),
    lane: required(Number),
    seq: required(Number),
    rows: required(Number),
    removals: { type: Map, of: Number },
  },
  [[{ programme: 1 }]],
);

/** What a change did, for the marker. */
interface Done {
  rows: number;
  removedFrom?: readonly string[];
}

/**
 * Runs `work` as one change of a programme's rows: all of it is stored or nothing. It may be run several times, and must hand
 * the session to every statement, and the stamp to every row that it writes.
 * @param done what it will have done at most; a number of rows too high only makes others look again
 */
export async function changing<Result>(
  programme: string,
  done: Done,
  work: (session: ClientSession, stamp: Stamp) => Promise<Result>,
): Promise<Result> {
  return mongoose.connection.getClient().withSession((session) =>
    session.withTransaction(async () => {
      const lane = randomInt(laneCount);
      const removals = Object.fromEntries((done.removedFrom ?? []).map((name) => [`removals.${name}`, 1]));
      const taken = await lanes
        .findOneAndUpdate(
          { _id: keyOf(programme, lane) },
          { $inc: { seq: 1, rows: done.rows, ...removals }, $setOnInsert: { programme, lane } },
          { session, upsert: true, returnDocument: 'after', projection: { seq: 1 } },
        )
        .orFail()
        .lean<Stamp>();
      return work(session, { lane, seq: taken.seq });
    }),
  );
}

export async function readMarker(programme: string): Promise<ChangeMarker> {
  const found = await lanes.find({ programme }).lean<Lane[]>();
  const removals: Record<string, number> = {};
  for (const [name, count] of found.flatMap((each) => Object.entries(each.removals ?? {})))
    removals[name] = (removals[name] ?? 0) + count;
  return {
    seqs: Object.fromEntries(found.map(({ lane, seq }) => [lane, seq])),
    rows: found.reduce((sum, { rows }) => sum + rows, 0),
    removals,
  };
}

/** Rows written or removed between two markers of one programme, each as often as it was. */
export const rowsChanged = (from: ChangeMarker, to: ChangeMarker): number => to.rows - from.rows;

/** A filter for the rows of a collection that were written after the marker; undefined when there are none. */
export function writtenSince(from: ChangeMarker, to: ChangeMarker): object | undefined {
  const moved = Object.entries(to.seqs).filter(([lane, seq]) => seq > (from.seqs[Number(lane)] ?? 0));
  if (moved.length === 0) return undefined;
  const after = (lane: number) => ({ 'change.lane': lane, 'change.seq': { $gt: from.seqs[lane] ?? 0 } });
  return { $or: moved.map(([lane]) => after(Number(lane))) };
}
