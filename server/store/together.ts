// Calls that come while an earlier one is under way wait for it and are then done as one: many submissions at a time
// cost one round trip and one wait for the disk. A call never joins what began before it, so it reads what was written.

const most = 200;
/** Turns of the event loop that those who came first wait for others. */
const mostTurns = 8;

interface Waiting<Item, Result> {
  item: Item;
  resolve(result: Result): void;
  reject(error: unknown): void;
}

/**
 * `run` gets one or more items and gives as many results, in their order. When it throws for several, each is run alone,
 * so that nobody gets another's error: it must be safe to run again.
 */
export function together<Item, Result>(
  run: (items: readonly Item[]) => Promise<readonly Result[]>,
): (item: Item) => Promise<Result> {
  const queue: Waiting<Item, Result>[] = [];
  let isRunning = false;

  const alone = async ({ item, resolve, reject }: Waiting<Item, Result>) => {
    try {
      const [result] = await run([item]);
      resolve(result as Result);
    } catch (error) {
      reject(error);
    }
  };
  const all = async (waiting: readonly Waiting<Item, Result>[]) => {
    try {
      const results = await run(waiting.map((each) => each.item));
      waiting.forEach((each, at) => {
        each.resolve(results[at] as Result);
      });
    } catch {
      await Promise.all(waiting.map(alone));
    }
  };
  /** All that came until a turn passed in which nobody did: those that an earlier batch has just let go go on as one. */
  const gather = async () => {
    for (let before = -1, turns = 0; before < queue.length && turns < mostTurns; turns++) {
      before = queue.length;
      await new Promise((resume) => setImmediate(resume));
    }
    return queue.splice(0, most);
  };
  const work = async () => {
    isRunning = true;
    for (let next = await gather(); next.length > 0; next = await gather()) {
      const [first] = next;
      await (first && next.length === 1 ? alone(first) : all(next));
    }
    isRunning = false;
  };
  return (item) =>
    new Promise((resolve, reject) => {
      queue.push({ item, resolve, reject });
      if (!isRunning) void work();
    });
}
