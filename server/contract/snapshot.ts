import { z } from 'zod';
import type { SnapshotContent } from '../domain/snapshots/content.ts';

export const newSnapshot = z.strictObject({
  title: z.string().trim().min(1, 'give it a title, such as "Final report, June 2025"').max(200),
  by: z.string().max(500).optional().meta({ description: 'as for results; without it one list for each variable' }),
  minDays: z.number().int().optional().meta({ description: '90, 180 or 365' }),
});
export type NewSnapshot = z.infer<typeof newSnapshot>;

export const snapshotHead = z.object({
  id: z.string(),
  title: z.string(),
  createdAt: z.string(),
  createdBy: z.string(),
  computedAt: z.string(),
  by: z.string(),
  minDays: z.number().nullable(),
  hash: z.string().meta({ description: 'SHA-256, hexadecimal, of the content as canonical JSON (RFC 8785) in UTF-8' }),
});
export type SnapshotHead = z.infer<typeof snapshotHead>;
export const snapshots = z.object({ snapshots: z.array(snapshotHead) });

/** The content comes as it was frozen, with nothing added or left out, so that anyone can check the hash. */
export const snapshot = snapshotHead.extend({ content: z.record(z.string(), z.unknown()) });
export type Snapshot = SnapshotHead & { content: SnapshotContent };
export type { FrozenSurvey, RowKind, ShownCount, SnapshotContent } from '../domain/snapshots/content.ts';

const shownNumber = {
  rows: z.number().int().nullable(),
  fewerThan: z.number().int().nullable().meta({
    description: 'rows null and a number here: some, but fewer than that; both null: how many is not told',
  }),
};
const goalState = z.object({
  title: z.record(z.string(), z.string()),
  measure: z.string(),
  value: z.number().nullable(),
  n: z.number().nullable(),
  ci95: z.tuple([z.number(), z.number()]).nullable(),
  status: z.enum(['met', 'near', 'notMet', 'noData', 'judged']).nullable(),
  target: z.record(z.string(), z.unknown()).nullable(),
  verdict: z.object({ status: z.string(), motivation: z.string(), by: z.string(), date: z.string() }).nullable(),
  suppressed: z.boolean(),
  versionsNotComparable: z.boolean(),
});
export const comparison = z.object({
  snapshot: z.string(),
  comparedAt: z.string(),
  computedAt: z.object({ before: z.string(), now: z.string() }),
  hash: z.object({ stored: z.string(), recomputed: z.string(), intact: z.boolean() }),
  rows: z.array(
    z.object({
      kind: z.enum(['enrolments', 'responses', 'assessments', 'interventions', 'activities', 'followUps']),
      survey: z.string().nullable(),
      ...shownNumber,
      since: z.object(shownNumber).meta({ description: 'how many more than then; below zero when rows were erased' }),
    }),
  ),
  writes: z
    .object(shownNumber)
    .meta({ description: 'rows written or removed since, corrections too, each as often as it was' }),
  goals: z.array(
    z.object({
      id: z.string(),
      before: goalState.nullable().meta({ description: 'null: there was no such goal' }),
      now: goalState.nullable(),
      changed: z.array(z.enum(['value', 'n', 'status', 'target', 'verdict', 'suppressed'])),
    }),
  ),
  definitions: z.array(
    z.object({
      what: z.enum([
        'goalAdded',
        'goalRemoved',
        'goalChanged',
        'programmeChanged',
        'surveyVersionAdded',
        'surveyVersionRemoved',
        'surveyVersionChanged',
      ]),
      goal: z.string().nullable(),
      survey: z.string().nullable(),
      version: z.number().nullable(),
      fields: z
        .array(z.string())
        .meta({ description: 'which parts of the goal or the programme: target, indicator, sites ...' }),
    }),
  ),
});
export type Comparison = z.infer<typeof comparison>;
