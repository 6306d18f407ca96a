import type { Programme, Target } from '../../domain/programme/schema.ts';

/** A coordinator's programme has the own sites only, also in the targets. */
export function cutToSites(programme: Programme, sites: 'all' | readonly string[]): Programme {
  if (sites === 'all') return programme;
  const isOwn = (slug: unknown) => typeof slug === 'string' && sites.includes(slug);
  return {
    ...programme,
    sites: programme.sites.filter((each) => isOwn(each.slug)),
    goals: programme.goals.map(({ siteTargets, groupTargets, ...goal }) => ({
      ...goal,
      ...(siteTargets && { siteTargets: ownTargets(siteTargets, isOwn) }),
      ...(groupTargets && {
        groupTargets: groupTargets.filter(({ by }) => !Object.hasOwn(by, 'site') || isOwn(by.site)),
      }),
    })),
  };
}

function ownTargets(targets: Record<string, Target>, isOwn: (slug: unknown) => boolean): Record<string, Target> {
  return Object.fromEntries(Object.entries(targets).filter(([slug]) => isOwn(slug)));
}
