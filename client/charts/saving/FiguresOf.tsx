// What saved files are called and what their pictures say below: set once by a page, for all charts and tables in it.
import { createContext, type ReactNode, useContext, useMemo } from 'react';

export interface Origin {
  /** For the file's name: programme, goal. */
  parts: readonly string[];
  /** When the figures were counted, as 2026-01-31. */
  day: string;
  /** Below a picture: 'Cresco+ · räknat 2026-01-31'. */
  words: string;
}
const context = createContext<Origin>({ parts: [], day: '', words: '' });

export const useOrigin = (): Origin => useContext(context);

interface Props {
  /** Is added to the parts of what stands around. */
  part: string;
  day?: string;
  words?: string;
  children: ReactNode;
}
export const FiguresOf = ({ part, day, words, children }: Props) => {
  const around = useOrigin();
  const origin = useMemo(
    () => ({ parts: [...around.parts, part], day: day ?? around.day, words: words ?? around.words }),
    [around, part, day, words],
  );
  return <context.Provider value={origin}>{children}</context.Provider>;
};
