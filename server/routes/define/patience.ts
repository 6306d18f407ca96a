// Nobody waits long for a database that is away: while a reply is not there, ask whether the database still answers.
import { problem } from '../../problems.ts';

const askAfter = 800;
const retryAfterSeconds = 5;

/** @throws Problem 503 in under three seconds, since `isHealthy` takes two at most */
export async function orAway<T>(work: Promise<T>, isHealthy: () => Promise<boolean>): Promise<T> {
  const watch = new AbortController();
  try {
    return await Promise.race([work, away(isHealthy, watch.signal)]);
  } finally {
    watch.abort();
  }
}

async function away(isHealthy: () => Promise<boolean>, signal: AbortSignal): Promise<never> {
  while (!signal.aborted) {
    await new Promise((resolve) => setTimeout(resolve, askAfter).unref());
    if (!signal.aborted && !(await isHealthy()))
      return problem('database-away', 'try again in a moment', { retryAfterSeconds });
  }
  return new Promise<never>(() => {});
}
