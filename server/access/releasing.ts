// Makes one release in a thread of its own: the linear programs of a large programme take seconds, and nobody else should wait.
import { parentPort, workerData } from 'node:worker_threads';
import type { Slice } from '../domain/disclosure/figures.ts';
import { nextRelease, type Release } from '../domain/disclosure/release.ts';
import { loadSolver } from '../domain/disclosure/solver.ts';
import type { Programme } from '../domain/programme/schema.ts';

const { previous, programme, slices } = workerData as ReleaseTask;

export interface ReleaseTask {
  previous: Release | undefined;
  programme: Programme;
  slices: Slice[];
}

await loadSolver();
parentPort?.postMessage(nextRelease(previous, programme, slices));
