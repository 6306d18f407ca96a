import { useEffect, useState } from 'react';

const restMilliseconds = 400;

/** The value once it has stood still for a moment: what costs the server or the page much follows that. */
export const useRested = <Value>(value: Value): Value => {
  const [rested, setRested] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setRested(value), restMilliseconds);
    return () => clearTimeout(timer);
  }, [value]);
  return rested;
};
