const inOrderOf = (order: readonly string[], names: readonly string[]) => names.filter((name) => order.includes(name));

/** Did the names that both have come to stand otherwise? */
const isReordered = (before: readonly string[], after: readonly string[]): boolean => {
  const [was, is] = [inOrderOf(after, before), inOrderOf(before, after)];
  return was.some((name, at) => name !== is[at]);
};

/** My order where I changed it, else theirs; what only the other has stands after the same neighbour as there. */
export const mergedOrder = (
  base: readonly string[],
  mine: readonly string[],
  theirs: readonly string[],
  isKept: (name: string) => boolean,
): string[] => {
  const [first, second] = isReordered(base, mine) ? [mine, theirs] : [theirs, mine];
  const order = first.filter(isKept);
  for (const [at, name] of second.entries()) {
    if (!isKept(name) || order.includes(name)) continue;
    const neighbour = second.slice(0, at).findLast((each) => order.includes(each));
    order.splice(neighbour === undefined ? 0 : order.indexOf(neighbour) + 1, 0, name);
  }
  return order;
};
