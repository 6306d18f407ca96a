import type { funderReport as swedish } from '../sv/funderReport.ts';

export const funderReport: typeof swedish = {
  title: 'Monthly report for the funder',
  month: 'Month',
  noSuchMonth: 'No such month',
  earlier: '← Month before',
  later: 'Month after →',
  csv: 'Fetch as CSV',
  notOver: 'The month is not over yet: the figures will change.',
  exact: 'The figures are exact, and of your own sites.',
  rounded:
    'The figures are rounded at random, up or down, to multiples of {{step}}, so that nobody can be pointed out: 0 means 0 to {{under}} and {{step}} means 1 to {{most}}. Groups therefore do not always make the total.',
  table: 'Enrolled, ongoing and ended',
  group: 'Group',
  code: 'Code',
  enrolled: 'Enrolled',
  ongoing: 'Ongoing',
  ended: 'Ended',
  total: 'In total',
  gender: 'Gender',
  ageBand: 'Age at start',
  site: 'Site',
  words: 'Enrolled: began in the month. Ongoing: still there when the month was over. Ended: left in the month.',
  emptyTitle: 'Nothing to report yet',
  emptyText: "The programme begins {{date}}. Each month's enrolled, ongoing and ended will stand here.",
};
