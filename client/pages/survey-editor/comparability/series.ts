// What the questions of a draft are compared with, handed down to the one that is open.
import { createContext, useContext, useSyncExternalStore } from 'react';
import type { SurveyAddress } from '../../../api/surveys.ts';
import { type Held, hold } from '../designer/held.ts';
import type { Compared } from '../useCheck.ts';

export interface Series {
  address: SurveyAddress;
  /** Number of the latest published version; 0 when there is none. */
  latest: number;
  /** undefined until the draft is without errors. */
  compared: Compared | undefined;
}
const SeriesContext = createContext<Held<Series>>(
  hold<Series>({ address: { name: '', programme: null }, latest: 0, compared: undefined }),
);
export const SeriesProvider = SeriesContext.Provider;
export const useSeries = (): Series => {
  const { subscribe, read } = useContext(SeriesContext);
  return useSyncExternalStore(subscribe, read);
};
