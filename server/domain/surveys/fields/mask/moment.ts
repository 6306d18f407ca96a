/**
 * Masks for dates and times. Whatever the order in which the parts are written, survey-core stores ISO 8601: `2025-06-30`, `2025-06`,
 * `14:05`. That holds for the patterns below; others it stores in part, or as something else than was written.
 */
import { isValid, parseISO } from 'date-fns';

const kinds = {
  date: { parts: ['dd', 'mm', 'yyyy'], form: /^\d{4}-\d{2}-\d{2}$/, example: '2025-06-30' },
  month: { parts: ['mm', 'yyyy'], form: /^\d{4}-\d{2}$/, example: '2025-06' },
  time: { parts: ['HH', 'MM'], form: /^([01]\d|2[0-3]):[0-5]\d$/, example: '14:05' },
  seconds: { parts: ['HH', 'MM', 'ss'], form: /^([01]\d|2[0-3]):[0-5]\d:[0-5]\d$/, example: '14:05:30' },
} as const;
export type MomentKind = keyof typeof kinds;

const isKind = (name: string): name is MomentKind => Object.hasOwn(kinds, name);
const isOfDay = (kind: MomentKind): boolean => kind === 'date' || kind === 'month';

/** Parts with one sign between each two, which is neither digit nor letter; times from hour to second. */
export function momentKindOf(pattern: string): MomentKind | undefined {
  const [first = '', ...rest] = pattern.split(/(?<=[dmyHMs])(?:[^\p{L}\p{N}\s]| )(?=[dmyHMs])/u);
  const parts = [first, ...rest];
  return Object.keys(kinds)
    .filter(isKind)
    .find((kind) => {
      const given = isOfDay(kind) ? parts.toSorted() : parts;
      return given.join(' ') === kinds[kind].parts.join(' ');
    });
}

/** As it is stored. */
export const isMoment = (kind: MomentKind, text: string): boolean =>
  kinds[kind].form.test(text) && (!isOfDay(kind) || (isValid(parseISO(text)) && !text.startsWith('0000')));

export const momentExample = (kind: MomentKind): string => kinds[kind].example;
