import type { Programme } from '../../domain/programme/schema.ts';

/** A coordinator's programme has the own sites only, also in the targets. */
export function cutToSites(programme: Programme, sites: 'all' | readonly string[]): Programme {
  if (sites === 'all') return programme;
  const isOwn = (slug: unknown) => typeof slug === 'string' && sites.includes(slug);
  const { funderCodes } = programme;
  return {
    ...programme,
    ...(funderCodes?.site && { funderCodes: { ...funderCodes, site: ownEntries(funderCodes.site, isOwn) } }),
    sites: programme.sites.filter((each) => isOwn(each.slug)),
    goals: programme.goals.map(({ siteTargets, groupTargets, ...goal }) => ({
      ...goal,
      ...(siteTargets && { siteTargets: ownEntries(siteTargets, isOwn) }),
      ...(groupTargets && {
        groupTargets: groupTargets.filter(({ by }) => !Object.hasOwn(by, 'site') || isOwn(by.site)),
      }),
    })),
  };
}

function ownEntries<Value>(bySite: Record<string, Value>, isOwn: (slug: unknown) => boolean): Record<string, Value> {
  return Object.fromEntries(Object.entries(bySite).filter(([slug]) => isOwn(slug)));
}
