// Where an axis begins and ends. Shares and numbers begin at zero; a mean keeps to its scale.
import type { Target } from '../../server/contract/programme.ts';

export interface Marks {
  value: number | null;
  ci95: readonly [number, number] | null;
}

/** The numbers of a target that can be drawn; none for `aboveWave` and `judged`. */
export const targetLines = (target: Readonly<Record<string, unknown>> | Target | null | undefined): number[] => {
  if (!target) return [];
  return Object.entries(target).flatMap(([kind, value]) => {
    if (kind === 'judged' || kind === 'aboveWave') return [];
    const numbers = Array.isArray(value) ? value : [value];
    return numbers.filter((each): each is number => typeof each === 'number');
  });
};

const steps = [1, 2, 2.5, 5, 10];
/** The smallest of 1, 2, 2.5, 5 times a power of ten that is at least `rough`. */
const niceStep = (rough: number): number => {
  const power = 10 ** Math.floor(Math.log10(rough));
  return (steps.find((each) => each * power >= rough - 1e-12) ?? 10) * power;
};

export interface Axis {
  domain: [number, number];
  ticks: number[];
}

const axis = (low: number, high: number, step: number): Axis => {
  const first = Math.floor(low / step + 1e-9);
  const last = Math.ceil(high / step - 1e-9);
  const ticks = Array.from({ length: last - first + 1 }, (_, at) => Number(((first + at) * step).toPrecision(12)));
  return { domain: [first * step, last * step].map((end) => Number(end.toPrecision(12))) as [number, number], ticks };
};

/**
 * @param marks values and intervals that must fit
 * @param scale lowest and highest answer of the question, for means
 */
export const axisFor = (
  measure: string,
  marks: readonly Marks[],
  targets: readonly number[],
  scale: readonly [number, number] = [1, 5],
): Axis => {
  const values = marks.flatMap(({ value, ci95 }) => [...(value === null ? [] : [value]), ...(ci95 ?? [])]);
  const all = [...values, ...targets];
  if (measure === 'mean') {
    const inside = all.every((each) => each >= scale[0] - 1e-9 && each <= scale[1] + 1e-9);
    const [low, high] = inside ? scale : [Math.min(0, ...all), Math.max(scale[1], ...all)];
    return axis(low, high, niceStep(Math.max((high - low) / 5, 1e-6)));
  }
  if (measure === 'share' || measure === 'shareOfSites') {
    const highest = Math.min(1, Math.max(0.1, ...all));
    return highest > 0.5 ? axis(0, 1, 0.2) : axis(0, highest, niceStep(highest / 5));
  }
  const [low, high] = [Math.min(0, ...all), Math.max(0, ...all)];
  return axis(low, low === high ? 1 : high, niceStep(Math.max((high - low) / 5, measure === 'meanChange' ? 0.01 : 1)));
};
