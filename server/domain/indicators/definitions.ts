// A goal's definition versions: how it was counted and what was to be reached, at each time.
import { isDeepStrictEqual } from 'node:util';
import type { Goal } from '../programme/schema.ts';

/** What makes a result another one. Titles, description and verdict are not of it. */
export const definitionParts = ['indicator', 'target', 'near', 'siteTargets', 'groupTargets'] as const;
export type DefinitionPart = (typeof definitionParts)[number];
export type GoalDefinition = Pick<Goal, DefinitionPart>;

export interface GoalDefinitionVersion {
  goal: string;
  /** 1, 2, 3 ... for each goal; a goal that is removed and made again goes on where it was. */
  version: number;
  definition: GoalDefinition;
  /** ISO 8601. */
  since: string;
  /** Who saved it; null when it came in with a programme's folder or stood there before versions were kept. */
  by: string | null;
  /** Against the version before; none of the first. */
  changed: DefinitionPart[];
}
/** Which version a result was counted by. */
export interface DefinitionUsed {
  version: number;
  /** The day. */
  since: string;
}

export function definitionOf(goal: Goal): GoalDefinition {
  const given = definitionParts.flatMap((part) => (goal[part] === undefined ? [] : [[part, plain(goal[part])]]));
  return Object.fromEntries(given) as GoalDefinition;
}

/** As it comes back from the database: without what is undefined. */
const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

/** @param latest by goal its newest version. @returns those to store: of goals that are new or have changed */
export function newDefinitions(
  goals: readonly Goal[],
  latest: ReadonlyMap<string, GoalDefinitionVersion>,
  { since, by }: Pick<GoalDefinitionVersion, 'since' | 'by'>,
): GoalDefinitionVersion[] {
  return goals.flatMap((goal): GoalDefinitionVersion[] => {
    const definition = definitionOf(goal);
    const before = latest.get(goal.id);
    if (!before) return [{ goal: goal.id, version: 1, definition, since, by, changed: [] }];
    const changed = definitionParts.filter((part) => !isDeepStrictEqual(before.definition[part], definition[part]));
    if (changed.length === 0) return [];
    return [{ goal: goal.id, version: before.version + 1, definition, since, by, changed }];
  });
}

/** null where the newest version is not how the goal is now: an older program saved it. */
export function definitionUsed(goal: Goal, latest: GoalDefinitionVersion | undefined): DefinitionUsed | null {
  if (!latest || !isDeepStrictEqual(latest.definition, definitionOf(goal))) return null;
  return { version: latest.version, since: latest.since.slice(0, 10) };
}
