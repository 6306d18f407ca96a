import type { tryout as swedish } from '../sv/tryout.ts';

export const tryout: typeof swedish = {
  try: 'Try on a phone …',
  errors: 'Mend the errors first: a survey with errors cannot be tried.',
  title: 'Try the survey',
  lead: 'Scan the code with the phone, or send the link to somebody who is to try it. The survey is shown as it is now. Answers are checked as always, but not saved.',
  qr: 'QR code of the link to try',
  link: 'Link to try',
  until: 'Good until {{date}}.',
  openHere: 'Open in a new tab',
};
