import mongoose from 'mongoose';
import { type KindCount, rowKinds } from '../domain/snapshots/content.ts';

/** How many rows of each kind a programme has, responses by survey; cards also while a half is missing. */
export async function countRows(programme: string): Promise<KindCount[]> {
  const counted = rowKinds.map(async (kind): Promise<KindCount[]> => {
    const rows = mongoose.connection.collection(kind);
    if (kind !== 'responses') return [{ kind, survey: null, rows: await rows.countDocuments({ programme }) }];
    const bySurvey = await rows
      .aggregate<{ _id: string; rows: number }>([
        { $match: { programme } },
        { $group: { _id: '$survey', rows: { $sum: 1 } } },
        { $sort: { _id: 1 } },
      ])
      .toArray();
    return bySurvey.map((each) => ({ kind, survey: each._id, rows: each.rows }));
  });
  return (await Promise.all(counted)).flat();
}
