// What a coordinator has to do, soonest first: cards begun, cards due, follow-ups due.
import type { EnrolmentSummary } from '../../../server/contract/enrolment.ts';
import { daysBetween } from '../../components/enrolment/today.ts';

export interface DueThing {
  kind: 'openCard' | 'cardDue' | 'followUpDue';
  row: EnrolmentSummary;
  date: string;
  /** Days from today; negative: overdue. */
  days: number;
}
const horizon = 14;

export const nextOf = (row: EnrolmentSummary): Omit<DueThing, 'row' | 'days'> | undefined => {
  if (row.openCard) return { kind: 'openCard', date: row.openCard };
  if (row.nextCardDue) return { kind: 'cardDue', date: row.nextCardDue };
  if (row.followUpDue) return { kind: 'followUpDue', date: row.followUpDue };
  return undefined;
};

/** All that lies ahead, the most overdue first; begun cards before everything else. */
export const allDue = (rows: readonly EnrolmentSummary[], today: string): DueThing[] =>
  rows
    .flatMap((row) => {
      const next = nextOf(row);
      return next ? [{ ...next, row, days: daysBetween(today, next.date) }] : [];
    })
    .sort((one, other) => rank(one) - rank(other) || one.date.localeCompare(other.date));

const rank = ({ kind }: DueThing) => (kind === 'openCard' ? 0 : 1);

/** Of these, what is to be done now or within two weeks. */
export const isNear = (thing: DueThing): boolean => thing.kind === 'openCard' || thing.days <= horizon;
