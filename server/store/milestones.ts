// What a first start has begun and finished, so that one that was interrupted is carried on.
import { collection, required } from './collection.ts';

type State = 'begun' | 'done';
const milestones = collection<{ _id: string; state: State }>('milestones', { state: required(String) });

export async function findMilestone(name: string): Promise<State | undefined> {
  return (await milestones.findById(name).lean<{ state: State }>())?.state;
}

export async function setMilestone(name: string, state: State): Promise<void> {
  await milestones.updateOne({ _id: name }, { $set: { state } }, { upsert: true });
}
