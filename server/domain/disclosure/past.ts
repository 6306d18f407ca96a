// An earlier release beside the present state: what was hidden then must not follow now.
import { timeless } from './rowset.ts';
import type { Disclosed } from './suppression.ts';
import type { Hidden, System, Unknown } from './system.ts';

export interface Earlier extends Disclosed {
  hidden: Hidden;
  /** By timeless name. */
  least: Readonly<Record<string, number>>;
}

/**
 * The present system with the earlier one's unknowns and relations behind it. What was counted at the same moment is the same
 * number. Otherwise rows come in, so that each number is at least what it was; where rows were taken away nothing is concluded.
 * @returns also the places of what was hidden
 */
export function addPast({ system, byName }: Disclosed, earlier: Earlier): { system: System; hidden: number[] } {
  const names = new Map([...earlier.byName].map(([name, at]) => [at, name]));
  const added: Unknown[] = [];
  const moved = earlier.system.unknowns.map((unknown, at) => {
    const name = names.get(at) ?? '';
    const same = byName.get(name);
    if (same !== undefined) return same;
    const least = earlier.least[timeless(name)] ?? 0;
    added.push({ ...unknown, kind: unknown.kind === 'published' ? 'past' : unknown.kind, least });
    return system.unknowns.length + added.length - 1;
  });
  const place = (at: number) => moved[at] ?? -1;
  const isOpen = (...places: number[]) =>
    places.some((at) => earlier.hidden.has(at)) && places.some((at) => place(at) >= system.unknowns.length);
  const sums = earlier.system.sums
    .filter(({ members, whole }) => isOpen(...members, whole))
    .map((sum) => ({ ...sum, members: sum.members.map(place), whole: place(sum.whole) }));
  const differences = earlier.system.differences
    .filter(({ part, whole, rest }) => isOpen(part, whole, rest))
    .map(({ part, whole, rest }) => ({ part: place(part), whole: place(whole), rest: place(rest) }));
  const nestings = earlier.system.nestings
    .filter(({ part, whole }) => isOpen(part, whole))
    .map(({ part, whole }) => ({ part: place(part), whole: place(whole) }));
  const later = new Map<string, number[]>();
  for (const [name, at] of byName) later.set(timeless(name), [...(later.get(timeless(name)) ?? []), at]);
  const grown = [...names].flatMap(([at, name]) =>
    place(at) < system.unknowns.length
      ? []
      : (later.get(timeless(name)) ?? []).map((whole) => ({ part: place(at), whole })),
  );
  return {
    system: {
      unknowns: [...system.unknowns, ...added],
      sums: [...system.sums, ...sums],
      differences: [...system.differences, ...differences],
      nestings: [...system.nestings, ...nestings, ...grown],
      hides: system.hides,
    },
    hidden: [...earlier.hidden].map(place),
  };
}
