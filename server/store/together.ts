// Calls that come while earlier ones are under way wait and are then done as one: many submissions at a time cost a few round
// trips and waits for the disk. A call never joins what began before it, so it reads what was written.

const most = 200;
/** Worth a batch of their own though one is under way: of a crowd one half is stored while the other is read and checked. */
const many = 16;
const mostAtOnce = 2;
/** Turns of the event loop that those who came first wait for others. */
const mostTurns = 8;

interface Waiting<Item, Result> {
  item: Item;
  resolve(result: Result): void;
  reject(error: unknown): void;
}
type Run<Item, Result> = (items: readonly Item[]) => Promise<readonly Result[]>;

const nextTurn = () => new Promise((resume) => setImmediate(resume));

/**
 * `run` gets one or more items and gives as many results, in their order. When it throws for several, each is run alone,
 * so that nobody gets another's error: it must be safe to run again, and beside itself.
 */
export function together<Item, Result>(run: Run<Item, Result>): (item: Item) => Promise<Result> {
  const queue: Waiting<Item, Result>[] = [];
  let running = 0;
  let isGathering = false;

  /** All that came until a whole turn passed in which nobody did: those that an earlier batch has just let go go on as one. */
  const gather = async () => {
    isGathering = true;
    await nextTurn(); // what is left of this one
    for (let before = 0, turns = 0; before < queue.length && queue.length < many && turns < mostTurns; turns++) {
      before = queue.length;
      await nextTurn();
    }
    isGathering = false;
  };
  const next = async () => {
    if (isGathering || queue.length === 0) return;
    if (running > 0 && (running === mostAtOnce || queue.length < many)) return;
    if (queue.length < many) await gather();
    const batch = queue.splice(0, Math.min(most, Math.max(many, Math.ceil(queue.length / 2))));
    running++;
    void next(); // of those who came at the same moment the other half
    await runAll(run, batch);
    running--;
    void next();
  };
  return (item) =>
    new Promise((resolve, reject) => {
      queue.push({ item, resolve, reject });
      void next();
    });
}

async function runAll<Item, Result>(run: Run<Item, Result>, batch: readonly Waiting<Item, Result>[]): Promise<void> {
  const [first] = batch;
  if (first && batch.length === 1) return runAlone(run, first);
  try {
    const results = await run(batch.map((each) => each.item));
    for (const [at, each] of batch.entries()) each.resolve(results[at] as Result);
  } catch {
    await Promise.all(batch.map((each) => runAlone(run, each)));
  }
}

async function runAlone<Item, Result>(run: Run<Item, Result>, { item, resolve, reject }: Waiting<Item, Result>) {
  try {
    const [result] = await run([item]);
    resolve(result as Result);
  } catch (error) {
    reject(error);
  }
}
