// Responses as the product stored them, under other keys.
import { randomBytes } from 'node:crypto';
import type { Site, StoredResponse } from './site.ts';

export const copyOf = (stored: StoredResponse): StoredResponse => {
  const response = randomBytes(32).toString('base64url');
  return { ...stored, response, _id: stored._id.replace(stored.response, response) };
};

const chunk = 1000;

/** Stores copies until there are `count` responses. */
export async function fillTo(count: number, { responses }: Site, samples: readonly StoredResponse[]): Promise<void> {
  for (let stored = await responses.countDocuments(); stored < count; stored += chunk)
    await responses.insertMany(
      Array.from({ length: Math.min(chunk, count - stored) }, (_, at) =>
        copyOf(samples[at % samples.length] as StoredResponse),
      ),
    );
}
