type Needs = ReadonlyMap<string, readonly string[]>;

/** A circle longer than this is told by its first names. */
const mostTold = 8;

/** By question that waits for itself, over others or at once: a, b, a where a needs b and b needs a. What is found for one is told of all in the circle. */
export function findCircles(needs: Needs): Map<string, string[]> {
  const told = new Map<string, string[]>();
  for (const start of endlessly(needs)) {
    if (told.has(start)) continue;
    const circle = circleFrom(start, needs);
    circle.forEach((name, at) => {
      if (!told.has(name)) told.set(name, toldFrom(circle, at));
    });
  }
  return told;
}

function toldFrom(circle: readonly string[], at: number): string[] {
  const name = (step: number) => circle[(at + step) % circle.length] ?? '';
  const steps = Array.from({ length: Math.min(circle.length, mostTold) }, (_, step) => name(step));
  return [...steps, ...(circle.length > mostTold ? ['...'] : []), name(0)];
}

/** Those left when all that need nothing, and all that need only such, are taken away. */
function endlessly(needs: Needs): string[] {
  const askers = new Map<string, string[]>();
  const open = new Map<string, number>();
  for (const [name, list] of needs) {
    const real = list.filter((each) => needs.has(each));
    open.set(name, real.length);
    for (const each of real) {
      const own = askers.get(each) ?? [];
      own.push(name);
      askers.set(each, own);
    }
  }
  const free = [...open].flatMap(([name, count]) => (count === 0 ? [name] : []));
  for (const name of free)
    for (const asker of askers.get(name) ?? []) {
      const left = (open.get(asker) ?? 0) - 1;
      open.set(asker, left);
      if (left === 0) free.push(asker);
    }
  return [...open].flatMap(([name, count]) => (count > 0 ? [name] : []));
}

/** The shortest way back to the start, without the start at its end; empty when there is none. */
function circleFrom(start: string, needs: Needs): string[] {
  const from = new Map<string, string>();
  const queue = [start];
  for (const name of queue)
    for (const next of needs.get(name) ?? []) {
      if (next === start) return wayTo(name, start, from);
      if (from.has(next)) continue;
      from.set(next, name);
      queue.push(next);
    }
  return [];
}

function wayTo(end: string, start: string, from: ReadonlyMap<string, string>): string[] {
  const way = [end];
  for (let name = end; name !== start; way.push(name)) name = from.get(name) ?? start;
  return way.reverse();
}
