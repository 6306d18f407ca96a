import type { Role } from '../../server/contract/session.ts';

type Label =
  | 'people'
  | 'goals'
  | 'crossTable'
  | 'quality'
  | 'snapshots'
  | 'funderReport'
  | 'compare'
  | 'invitations'
  | 'programmes'
  | 'surveys'
  | 'items'
  | 'users'
  | 'outbox'
  | 'settings';
export interface NavigationLink {
  to: string;
  label: Label;
}

/** Where a page's address is not its label. */
const addresses: Partial<Record<Label, string>> = { crossTable: 'cross-table', funderReport: 'funder-report' };

/** What each role finds in the menu, in the order it is used. */
export const linksFor = (role: Role, programme: string | undefined): NavigationLink[] => {
  const inside = (page: Label): NavigationLink[] =>
    programme === undefined ? [] : [{ to: `/programmes/${programme}/${addresses[page] ?? page}`, label: page }];
  if (role === 'coordinator')
    return (['people', 'goals', 'crossTable', 'quality', 'funderReport', 'invitations'] as const).flatMap(inside);
  const followed = (['goals', 'crossTable', 'quality', 'snapshots', 'funderReport'] as const).flatMap(inside);
  const compare: NavigationLink = { to: '/compare', label: 'compare' };
  if (role === 'evaluator') return [...followed, compare, { to: '/surveys', label: 'surveys' }];
  return [
    { to: '/programmes', label: 'programmes' },
    ...followed,
    compare,
    ...inside('invitations'),
    ...inside('settings'),
    { to: '/surveys', label: 'surveys' },
    { to: '/items', label: 'items' },
    { to: '/users', label: 'users' },
    { to: '/outbox', label: 'outbox' },
  ];
};

/** Where a role starts. */
export const startFor = (role: Role, programme: string | undefined): string | undefined => {
  if (role === 'administrator') return '/programmes';
  if (programme === undefined) return undefined;
  return `/programmes/${programme}/${role === 'coordinator' ? 'people' : 'goals'}`;
};

/** Whether an address belongs to a link of the menu; a programme's own pages are not the list of programmes. */
export const isWithin = (pathname: string, to: string): boolean => {
  if (to === '/programmes') return pathname === to || pathname === '/programmes/new';
  return pathname === to || pathname.startsWith(`${to}/`);
};
