import type { goalDefinitions as swedish } from '../sv/goalDefinitions.ts';

export const goalDefinitions: typeof swedish = {
  title: 'Definition',
  used: 'Counted by definition {{version}}, in force since {{date}}.',
  unknown:
    'The goal was changed by an older version of the program. Its definition gets a number when the programme is saved next.',
  only: 'The goal has been counted in the same way ever since.',
  earlier_one: 'One earlier definition',
  earlier_other: '{{count}} earlier definitions',
  version: 'Definition {{version}}',
  fromTo: 'In force from {{from}} to {{to}}',
  by: 'saved by {{by}}',
  cameIn: 'read in',
  replaced: 'Then {{parts}} changed.',
  parts: {
    indicator: 'what is counted',
    target: 'the target',
    near: 'the limit for near',
    siteTargets: "the sites' targets",
    groupTargets: "the groups' targets",
  },
  noTarget: 'no target',
};
