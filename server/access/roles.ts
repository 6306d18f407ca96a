// Who may see what. A programme or site that is not one's own is treated as if it did not exist (404, never 403).
import type { Viewer } from './viewer.ts';

type Who = Pick<Viewer, 'role' | 'access'>;

export function canSeeProgramme(who: Who, programme: string): boolean {
  return who.role === 'administrator' || who.access.some((each) => each.programme === programme);
}

/** Individuals: the coordinators of their site, nobody else. */
export function canSeeIndividuals(who: Who, programme: string, site: string): boolean {
  return who.role === 'coordinator' && ownSites(who, programme).includes(site);
}

export function canMakeInvitations(who: Who, programme: string, site: string): boolean {
  return who.role === 'administrator' || canSeeIndividuals(who, programme, site);
}

/** Personal links name individuals. */
export function canInvitePersonally(who: Who): boolean {
  return who.role === 'coordinator';
}

export function ownSites(who: Pick<Viewer, 'access'>, programme: string): string[] {
  return who.access.flatMap((each) => (each.programme === programme && each.site !== undefined ? [each.site] : []));
}

/** 'all' for those who follow the whole programme. */
export function visibleSites(who: Who, programme: string): 'all' | string[] {
  return who.role === 'coordinator' ? ownSites(who, programme) : 'all';
}
