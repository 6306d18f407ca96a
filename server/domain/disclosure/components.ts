// A system falls apart into components: shown numbers separate the hidden ones.
import type { Difference, Hidden, Nesting, Sum } from './system.ts';

export interface Component {
  members: number[];
  sums: Sum[];
  differences: Difference[];
  nestings: Nesting[];
}

export type Relations = Omit<Component, 'members'>;

/** @param within only components that hold one of these, when given */
export function componentsOf(
  size: number,
  relations: Relations,
  hidden: Hidden,
  within?: Iterable<number>,
): Component[] {
  const { rootOf, join } = forest(size);
  const connect = <Relation>(list: readonly Relation[], placesIn: (relation: Relation) => number[]) =>
    list.flatMap((relation) => {
      const [first, ...others] = placesIn(relation).filter((at) => hidden.has(at));
      for (const other of others) join(first ?? other, other);
      return first === undefined ? [] : [{ relation, first }];
    });
  const sums = connect(relations.sums, ({ members, whole }) => [...members, whole]);
  const differences = connect(relations.differences, ({ part, whole, rest }) => [part, whole, rest]);
  const nestings = connect(relations.nestings, ({ part, whole }) => [part, whole]);
  const wanted = within && new Set([...within].filter((at) => hidden.has(at)).map(rootOf));
  const components = new Map<number, Component>();
  for (const at of hidden) {
    const root = rootOf(at);
    if (wanted && !wanted.has(root)) continue;
    const component = components.get(root) ?? { members: [], sums: [], differences: [], nestings: [] };
    component.members.push(at);
    components.set(root, component);
  }
  for (const { relation, first } of sums) components.get(rootOf(first))?.sums.push(relation);
  for (const { relation, first } of differences) components.get(rootOf(first))?.differences.push(relation);
  for (const { relation, first } of nestings) components.get(rootOf(first))?.nestings.push(relation);
  return [...components.values()];
}

function forest(size: number) {
  const parent = Int32Array.from({ length: size }, (_, at) => at);
  const rootOf = (at: number): number => {
    let root = at;
    while (parent[root] !== root) root = parent[root] ?? root;
    for (let each = at; each !== root; ) {
      const next = parent[each] ?? root;
      parent[each] = root;
      each = next;
    }
    return root;
  };
  const join = (first: number, second: number) => {
    parent[rootOf(second)] = rootOf(first);
  };
  return { rootOf, join };
}
