// Which rows are counted, kept in the address so that a view can be sent to somebody.
import { useSearchParams } from 'react-router';

export const minimumDays = ['90', '180', '365'] as const;

export const useResultsFilter = () => {
  const [search, setSearch] = useSearchParams();
  const set = (name: string, value: string | null) =>
    setSearch(
      (former) => {
        const next = new URLSearchParams(former);
        if (value) next.set(name, value);
        else next.delete(name);
        return next;
      },
      { replace: true },
    );
  const read = (name: string) => search.get(name) ?? undefined;
  return { minDays: read('minDays'), cohort: read('cohort'), by: read('by'), set };
};
