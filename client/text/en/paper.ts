import type { paper as swedish } from '../sv/paper.ts';

export const paper: typeof swedish = {
  title: '{{title}} on paper',
  lead: 'For those who would rather answer by hand. Circles are for one answer, squares for several. Enter the answers by a link afterwards.',
  print: 'Print',
  language: 'Language',
  onPaper: 'On paper',
  asJson: 'Download JSON',
  onlyIf: 'Answer only if {{condition}}.',
  yes: 'Yes',
  no: 'No',
  other: 'Other',
  none: 'None of these',
  refuse: 'Prefer not to say',
  dontKnow: 'Don’t know',
  signature: 'Signature',
  date: 'Date',
  like: 'Write it like this: {{example}}',
};
