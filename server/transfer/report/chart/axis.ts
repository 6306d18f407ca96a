// Where an axis begins and ends. Shares and numbers begin at zero; a mean keeps to the scale of one to five when it fits.
export interface Axis {
  low: number;
  high: number;
  ticks: number[];
}

/** @param values that must fit: values, ends of intervals, targets */
export function axisFor(measure: string, values: readonly number[]): Axis {
  if (measure === 'mean') {
    const isOnScale = values.every((each) => each >= 1 && each <= 5);
    return isOnScale ? axis(1, 5, 1) : stepped(Math.min(0, ...values), Math.max(5, ...values));
  }
  if (measure === 'share' || measure === 'shareOfSites') {
    const highest = Math.min(1, Math.max(0.1, ...values));
    return highest > 0.5 ? axis(0, 1, 0.2) : stepped(0, highest);
  }
  const [low, high] = [Math.min(0, ...values), Math.max(0, ...values)];
  return stepped(low, low === high ? 1 : high, measure === 'meanChange' ? 0.01 : 1);
}

const stepped = (low: number, high: number, least = 0) => axis(low, high, niceStep(Math.max((high - low) / 5, least)));

/** The smallest of 1, 2, 2.5, 5 times a power of ten that is at least `rough`. */
function niceStep(rough: number): number {
  const power = 10 ** Math.floor(Math.log10(rough));
  return ([1, 2, 2.5, 5].find((each) => each * power >= rough - 1e-12) ?? 10) * power;
}

function axis(low: number, high: number, step: number): Axis {
  const [first, last] = [Math.floor(low / step + 1e-9), Math.ceil(high / step - 1e-9)];
  const place = (at: number) => Number((at * step).toPrecision(12));
  const ticks = Array.from({ length: last - first + 1 }, (_, at) => place(first + at));
  return { low: place(first), high: place(last), ticks };
}
