import { CommandError } from '../errors.ts';

const DATA_CORRUPTION_DETECTED = 301;
const REMEDY = 'move it away, then restore the latest backup: npm run restore -- FILE';

/** The one line for a data file that cannot be trusted: which, why, and the way out. */
export function damaged(file: string, why: string): CommandError {
  return new CommandError(DATA_CORRUPTION_DETECTED, `The data file ${file} is damaged (${why}): ${REMEDY}`);
}
