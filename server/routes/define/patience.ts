// Nobody waits long for a database that is away: while a reply is not there, ask whether the database still answers.
import { Problem } from '../../problems.ts';

const askAfter = 800;
const retryAfterSeconds = 5;

const databaseAway = () => new Problem('database-away', 'try again in a moment', { retryAfterSeconds });

/** @throws Problem 503 in under three seconds, since `isHealthy` takes two at most */
export async function orAway<T>(work: Promise<T>, isHealthy: () => Promise<boolean>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const away = new Promise<never>((_, refuse) => {
    const ask = async () => ((await isHealthy()) ? askLater() : refuse(databaseAway()));
    const askLater = () => {
      timer = setTimeout(() => ask().catch(refuse), askAfter).unref();
    };
    askLater();
  });
  try {
    return await Promise.race([work, away]);
  } finally {
    clearTimeout(timer);
  }
}
