import type { Element, Form } from './element.ts';
import type { Asked } from './rows.ts';

/** `start=1 end=5 step=1`, with spaces, commas or semicolons between. */
export function parametersOf(text: string): Map<string, string> {
  const pairs = text.slice(0, 500).matchAll(/([\w-]+)\s*=\s*([^\s,;]+)/g);
  return new Map([...pairs].map(([, name = '', value = '']) => [name.toLowerCase(), value]));
}

/** More numbers than these are typed in, not chosen. */
const longestScale = 11;

/** A scale where it is short and whole, else a number with limits. */
export function range({ row }: Asked, { remarks }: Form): Element {
  const parameters = parametersOf(row.get('parameters'));
  const number = (name: string, otherwise: number) => {
    const text = parameters.get(name);
    if (text === undefined || Number.isFinite(Number(text))) return Number(text ?? otherwise);
    remarks.add(row.place('parameters'), `${name}=${text}`, 'parameters', `it is no number; ${otherwise} is taken`);
    return otherwise;
  };
  const [from, to, by] = [number('start', 1), number('end', 10), number('step', 1)];
  const [min, max] = [Math.min(from, to), Math.max(from, to)];
  const step = Math.abs(by) || 1;
  const count = Math.floor((max - min) / step) + 1;
  const isWhole = [min, max, step].every(Number.isInteger) && (max - min) % step === 0;
  if (isWhole && count >= 2 && count <= longestScale)
    return { type: 'rating', rateMin: min, rateMax: max, ...(step !== 1 && { rateStep: step }) };
  // A step is counted from zero, not from the least number.
  const isStepped = min % step === 0;
  if (!isStepped)
    remarks.add(
      row.place('parameters'),
      row.get('parameters'),
      'parameters',
      'the step is not carried: it does not count from zero',
    );
  return { type: 'text', inputType: 'number', min, max, ...(isStepped && { step }) };
}
