// A lock in the database that one process holds for a time and renews while it works. What a dead one held runs out.
import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import { setTimeout as pause } from 'node:timers/promises';
import type { mongo } from 'mongoose';
import { locksCollection } from '../collectionKinds.ts';
import { databaseTime, type NativeDb } from '../native.ts';

interface Lock {
  _id: string;
  /** Host and process number, and a random part. */
  holder: string;
  until: Date;
}
export interface LeaseTimes {
  /** Milliseconds that a process which says nothing more keeps it. */
  leaseMs: number;
  /** Milliseconds to wait for another's work. */
  patienceMs: number;
}
export interface Lease {
  /** @throws when another process may have taken over. */
  check(): void;
  /** Runs a transaction that commits only if the lease still holds. */
  whileHeld(work: (session: mongo.ClientSession) => Promise<void>): Promise<void>;
  release(): Promise<void>;
}

const pollMs = 200;
const locksOf = (db: NativeDb) => db.collection<Lock>(locksCollection);
const isDuplicate = (error: unknown) => error instanceof Error && 'code' in error && error.code === 11000;

/** Waits for its turn. @throws one line that names the holder when that takes longer than `patienceMs`. */
export async function takeLease(db: NativeDb, name: string, { leaseMs, patienceMs }: LeaseTimes): Promise<Lease> {
  const holder = `${hostname()} process ${process.pid} ${randomUUID()}`;
  const giveUpAt = Date.now() + patienceMs;
  while (!(await tryToTake(db, name, holder, leaseMs))) {
    if (Date.now() > giveUpAt) throw new Error(await heldLine(db, name, patienceMs));
    await pause(pollMs);
  }
  return held(db, name, holder, leaseMs);
}

async function tryToTake(db: NativeDb, name: string, holder: string, leaseMs: number): Promise<boolean> {
  const now = await databaseTime(db);
  const until = new Date(now.getTime() + leaseMs);
  const taken = await locksOf(db).updateOne({ _id: name, until: { $lt: now } }, { $set: { holder, until } });
  if (taken.matchedCount === 1) return true;
  try {
    await locksOf(db).insertOne({ _id: name, holder, until });
    return true;
  } catch (error) {
    if (isDuplicate(error)) return false;
    throw error;
  }
}

async function heldLine(db: NativeDb, name: string, patienceMs: number): Promise<string> {
  const lock = await locksOf(db).findOne({ _id: name });
  const who = lock?.holder.split(' ').slice(0, 3).join(' ') ?? 'another process';
  return `The database is held by ${who} (${name}), for over ${Math.round(patienceMs / 1000)} s: try again when that is done`;
}

function held(db: NativeDb, name: string, holder: string, leaseMs: number): Lease {
  let lostBecause: string | undefined;
  let renewedAt = Date.now();
  const renew = async (session?: mongo.ClientSession) => {
    const until = new Date((await databaseTime(db)).getTime() + leaseMs);
    const { matchedCount } = await locksOf(db).updateOne(
      { _id: name, holder },
      { $set: { until } },
      { ...(session && { session }) },
    );
    if (matchedCount === 0) lostBecause = 'another process has taken over';
    else renewedAt = Date.now();
  };
  // A renewal that fails is tried again at the next beat; check() knows when that has gone on for too long.
  const beat = setInterval(() => void renew().catch(() => undefined), leaseMs / 4);
  const check = () => {
    if (Date.now() - renewedAt > leaseMs) lostBecause ??= 'it could not be renewed in time';
    if (lostBecause)
      throw new Error(`The work on the database (${name}) was interrupted, since ${lostBecause}: start it again`);
  };
  return {
    check,
    whileHeld: async (work) => {
      await db.client.withSession((session) =>
        session.withTransaction(async () => {
          await renew(session);
          check();
          await work(session);
        }),
      );
    },
    release: async () => {
      clearInterval(beat);
      // Where that fails the lease runs out by itself.
      await locksOf(db)
        .deleteOne({ _id: name, holder })
        .catch(() => undefined);
    },
  };
}
