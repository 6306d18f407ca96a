import type { EnrolmentSummary } from '../../../server/contract/enrolment.ts';
import { nextOf } from './due.ts';

export type OrderKey = 'name' | 'start' | 'cards' | 'next';
export interface Order {
  by: OrderKey;
  down: boolean;
}
type NameOf = (row: EnrolmentSummary) => string;
const late = '9999-12-31';

const compare: Record<OrderKey, (one: EnrolmentSummary, other: EnrolmentSummary, nameOf: NameOf) => number> = {
  name: (one, other, nameOf) => nameOf(one).localeCompare(nameOf(other), 'sv'),
  start: (one, other) => one.start.localeCompare(other.start),
  cards: (one, other) => one.cards - other.cards,
  next: (one, other) => (nextOf(one)?.date ?? late).localeCompare(nextOf(other)?.date ?? late),
};

export const filterByName = (rows: readonly EnrolmentSummary[], searched: string, nameOf: NameOf) => {
  const words = searched.trim().toLocaleLowerCase('sv').split(/\s+/);
  return rows.filter((row) => {
    const name = nameOf(row).toLocaleLowerCase('sv');
    return words.every((word) => name.includes(word));
  });
};

export const inOrder = (rows: readonly EnrolmentSummary[], { by, down }: Order, nameOf: NameOf) =>
  [...rows].sort((one, other) => (down ? -1 : 1) * compare[by](one, other, nameOf) || compare.name(one, other, nameOf));
