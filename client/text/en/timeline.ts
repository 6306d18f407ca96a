export const timeline = {
  title: 'Month by month',
  lead: 'The goal as it stood at the end of each month, counted on what was registered by then. The filters above do not apply here.',
  merged:
    'Months in which only a few were added are merged with the next: otherwise one person’s answer could be worked out.',
  chartLabel: '{{title}} month by month, from {{from}} to {{to}}. The figures are in the table below.',
  asTable: 'The figures as a table',
  month: 'Month',
  months: '{{from}} to {{month}}',
  toDate: '{{month}} (to {{day}})',
  from: 'From',
  status: 'Status',
  suppressed: 'Too few to be shown.',
  notReleased:
    'Rows have changed since the figures were made. The time line is shown when the figures are counted anew.',
  nothing: 'How the goal develops is shown here once there is something to count.',
  one: 'Too few were added to divide the figure by month.',
  trend: 'In {{from}} the value was {{first}}, in {{to}} {{last}}.',
  overlap: 'Each point holds all earlier ones: the points are not independent of each other.',
};
