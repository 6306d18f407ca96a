import type { Goal, Target } from '../programme/schema.ts';
import type { CountedGoal, GroupKey, Status } from './results.ts';
import { statusOf } from './status.ts';

/** The target named for exactly this group, else the site's own. */
export function targetOf({ groupTargets = [], siteTargets = {} }: Goal, by: GroupKey): Target | null {
  const names = Object.keys(by);
  const same = (key: Record<string, string | number | boolean>) =>
    Object.keys(key).length === names.length && names.every((name) => String(key[name]) === String(by[name]));
  const own = groupTargets.find((each) => same(each.by));
  if (own) return own.target;
  const site = names.length === 1 ? by.site : undefined;
  return site !== undefined && Object.hasOwn(siteTargets, site) ? (siteTargets[site] ?? null) : null;
}

/** A goal counted earlier, held against the targets that it has today. One against another wave keeps what came of it then. */
export function withTargets(counted: CountedGoal, goal: Goal): CountedGoal {
  const statusAt = (value: number | null, target: Target | null, then: Status | null) => {
    if (!target) return null;
    return 'aboveWave' in target ? then : statusOf(value, target, goal.near);
  };
  const groups = counted.groups.map((group) => {
    const target = targetOf(goal, group.by);
    return { ...group, target, status: statusAt(group.value, target, group.status) };
  });
  const target = goal.target ?? null;
  return { ...counted, target, status: statusAt(counted.value, target, counted.status), groups };
}
