import type { fieldProblems as swedish } from '../sv/fieldProblems.ts';

export const fieldProblems: typeof swedish = {
  required: 'Fill this in.',
  'wrong-type': 'Fill this in.',
  'wrong-format': 'Check how it is written.',
  'wrong-slug': 'Use only small letters a–z, digits and hyphens, at most 64 characters.',
  twice: 'The same stands twice.',
  'too-large': 'The value is too large or too long.',
  'too-small': 'The value is too small, or missing.',
  'in-the-future': 'That day has not been yet.',
  'too-early': 'The day is too early: it is before the start or the exit.',
  'too-late': 'The day is too late: it is after the exit.',
  'unknown-code': 'Choose from the list.',
  'unknown-value': 'Choose from the list.',
  'not-valid': 'Check the value.',
  'unknown-site': 'Choose one of your sites.',
  'unknown-person': 'The site does not know this person.',
  'unknown-field': 'The programme has no such field.',
  'all-withdrawn':
    'All versions of the survey are withdrawn. An administrator can take one of them back or publish the next.',
};
