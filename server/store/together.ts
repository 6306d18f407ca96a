// Calls that come while an earlier one is under way wait for it and are then done as one: many submissions at a time
// cost one round trip and one wait for the disk. A call never joins what began before it, so it reads what was written.

const most = 200;

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
  const work = async () => {
    isRunning = true;
    // Those that an earlier batch has just let go come all in this turn, and go on as one.
    await new Promise((resume) => setImmediate(resume));
    for (let next = queue.splice(0, most); next.length > 0; next = queue.splice(0, most)) {
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
