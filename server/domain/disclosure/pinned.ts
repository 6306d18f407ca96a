// What a reader could still work out from everything shown: hidden numbers that have one value only, or hardly more.
import { type Component, componentsOf } from './components.ts';
import { polytopeOf } from './polytope.ts';
import { type Explorer, explore } from './solver.ts';
import { countOf, type Hidden, type Nesting, type System } from './system.ts';

/** So many unknowns are looked at together at most: larger programs take seconds. */
const mostTogether = 20_000;
/** Looks in chosen directions first: each point found frees many unknowns at once. */
const glances = 10;

/**
 * Hidden numbers that cannot differ by one from what they are, given all shown numbers, that rows are whole, and that a
 * hidden group has rows (but where empty ones had to be hidden too).
 * Looked for first among the numbers that add up, with all others held where they are: what can differ then can differ
 * anyway, and such programs are small. For the rest, those go along that are as large as one they lie within, or that lie
 * within them: neither can move alone. Only what still cannot differ is looked at with everything that hangs together.
 * @param within only unknowns that hang together with these, when given
 */
export function findPinned(system: System, hidden: Hidden, within?: Iterable<number>): number[] {
  const groups = new Set([...hidden].filter((at) => isGroup(system, at)));
  const sums = system.sums.filter(({ isLoose }) => !isLoose);
  const differences = system.differences.filter(({ rest }) => isGroup(system, rest));
  const all = componentsOf(system.unknowns.length, { sums, differences, nestings: [] }, groups);
  const componentOf = new Map(all.flatMap((component) => component.members.map((at) => [at, component] as const)));
  const nestingsOf = nestingsByUnknown(system);
  const asked = within ? [...within].flatMap((at) => componentOf.get(at) ?? []) : all;
  const pinned = [...new Set(asked)].flatMap((component) => {
    const suspects = pinnedIn(system, hidden, withNestings(component, nestingsOf), component.members);
    if (suspects.length === 0) return [];
    const tied = component.members
      .flatMap((at) => nestingsOf.get(at) ?? [])
      .filter(({ part, whole }) => countOf(system, part) === countOf(system, whole))
      .flatMap(({ part, whole }) => [componentOf.get(part) ?? [], componentOf.get(whole) ?? []].flat());
    return pinnedIn(system, hidden, withNestings(joined([...new Set([component, ...tied])]), nestingsOf), suspects);
  });
  if (pinned.length === 0) return [];
  // A remainder moves with its part and its whole: that it is not negative is all it says.
  const nestings = [...system.nestings, ...system.differences];
  return componentsOf(system.unknowns.length, { sums, differences, nestings }, groups, pinned).flatMap((component) => {
    if (component.members.length > mostTogether) return pinned.filter((at) => component.members.includes(at));
    const members = new Set(component.members);
    return pinnedIn(
      system,
      hidden,
      withNestings(component, nestingsOf),
      pinned.filter((at) => members.has(at)),
    );
  });
}

function withNestings(component: Component, nestingsOf: ReadonlyMap<number, Nesting[]>): Component {
  return { ...component, nestings: [...new Set(component.members.flatMap((at) => nestingsOf.get(at) ?? []))] };
}

function joined(components: readonly Component[]): Component {
  return {
    members: components.flatMap(({ members }) => members),
    sums: components.flatMap(({ sums }) => sums),
    differences: components.flatMap(({ differences }) => differences),
    nestings: [],
  };
}

const isGroup = ({ unknowns }: System, at: number): boolean => {
  const kind = unknowns[at]?.kind;
  return kind === 'published' || kind === 'past';
};

/** Of a difference, that the part is no more than the whole. */
function nestingsByUnknown({ nestings, differences }: System): Map<number, Nesting[]> {
  const found = new Map<number, Nesting[]>();
  for (const each of [...nestings, ...differences])
    for (const at of [each.part, each.whole]) found.set(at, [...(found.get(at) ?? []), each]);
  return found;
}

/** Of the asked ones, groups with rows that cannot differ. Rows left out or remaining need only be many enough or hidden. */
function pinnedIn(system: System, hidden: Hidden, component: Component, asked: readonly number[]): number[] {
  const { members } = component;
  const secrets = new Set(asked.filter((at) => isGroup(system, at) && countOf(system, at) > 0));
  if (secrets.size === 0) return [];
  const isOpen = members.map((at) => secrets.has(at));
  return explore(polytopeOf(system, hidden, component), (explorer) => {
    const free = (point: Float64Array) => {
      for (const [place, at] of members.entries())
        if (Math.abs((point[place] ?? 0) - countOf(system, at)) > 1 - 1e-6) isOpen[place] = false;
    };
    glance(explorer, isOpen, free);
    for (const place of isOpen.keys())
      for (const way of [1, -1])
        if (isOpen[place]) free(explorer.furthest(isOpen.map((_, each) => (each === place ? way : 0))));
    return members.filter((_, place) => isOpen[place]);
  });
}

function glance(explorer: Explorer, isOpen: readonly boolean[], free: (point: Float64Array) => void): void {
  const random = generator(isOpen.length);
  for (let time = 0; time < glances && isOpen.includes(true); time++) {
    const way = time % 2 ? -1 : 1;
    free(explorer.furthest(isOpen.map((open) => (open ? way * (1 + random()) : random() - 0.5))));
  }
}

/** The same directions every time, so that the same state always gives the same pattern. */
function generator(seed: number): () => number {
  let state = seed + 1;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}
