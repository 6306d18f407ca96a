// What was examined of a programme's rows, for whoever asks again while nothing was written.

interface Kept<Result> {
  state: string;
  result: Promise<Result>;
}
const most = 4;

/**
 * Of the readers that asked last, what they were told of the last state.
 * @returns what gives it, or examines anew where the state is another; those who ask at the same moment wait for one examination
 */
export function keepLatest<Result>(): (
  readers: string,
  state: string,
  examine: () => Promise<Result>,
) => Promise<Result> {
  /** In the order of their last use. */
  const kept = new Map<string, Kept<Result>>();
  return (readers, state, examine) => {
    const found = kept.get(readers);
    const result = found?.state === state ? found.result : examine();
    kept.delete(readers);
    kept.set(readers, { state, result });
    result.catch(() => {
      if (kept.get(readers)?.result === result) kept.delete(readers);
    });
    for (const oldest of [...kept.keys()].slice(0, -most)) kept.delete(oldest);
    return result;
  };
}
