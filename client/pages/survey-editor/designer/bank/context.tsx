// The bank as the survey's owner may use it. Until it is there, and where it cannot be had, questions are shown without it.
import { createContext, type ReactNode, useContext, useMemo } from 'react';
import { type ItemSummary, useItems } from '../../../../api/items.ts';

interface Bank {
  items: ReadonlyMap<string, ItemSummary> | undefined;
  /** Slug of the programme that the survey belongs to; null for all. */
  programme: string | null;
}
const BankContext = createContext<Bank>({ items: undefined, programme: null });
export const useBank = () => useContext(BankContext);

export const BankProvider = ({ programme, children }: { programme: string | null; children: ReactNode }) => {
  const { data } = useItems(programme);
  const bank = useMemo(
    () => ({ items: data && new Map(data.map((item) => [item.name, item])), programme }),
    [data, programme],
  );
  return <BankContext.Provider value={bank}>{children}</BankContext.Provider>;
};
