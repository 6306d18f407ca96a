// How a goal's figures and targets are written: shares as per cent, means with two decimals, numbers whole.
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { Target } from '../../../server/contract/programme.ts';
import { useNumbers } from '../useNumbers.ts';

export const isShare = (measure: string): boolean => measure === 'share' || measure === 'shareOfSites';
export const isMean = (measure: string): boolean => measure === 'mean' || measure === 'meanChange';

interface Base {
  numerator: number | null;
  denominator: number | null;
  n: number | null;
}

export const useFigureWords = () => {
  const { t } = useTranslation('goals');
  const { decimal, percent, whole } = useNumbers();
  const value = useCallback(
    (measure: string, number: number, places = 0): string => {
      if (isShare(measure)) return percent(number, places);
      return isMean(measure) ? decimal(number, 2) : whole(number);
    },
    [decimal, percent, whole],
  );
  /** A target of 83.3 % keeps its decimal; one of 35 % has none. */
  const goalValue = useCallback(
    (measure: string, number: number) => {
      const isWhole = Math.abs(number * 100 - Math.round(number * 100)) < 1e-9;
      if (isMean(measure)) return Number.isInteger(number) ? whole(number) : decimal(number, 2);
      return value(measure, number, isWhole ? 0 : 1);
    },
    [value, whole, decimal],
  );
  const target = useCallback(
    (measure: string, given: Target, waveTitle: (wave: string) => string = (wave) => wave): string => {
      const say = (number: number) => goalValue(measure, number);
      if ('atLeast' in given) return t('atLeast', { value: say(given.atLeast) });
      if ('atMost' in given) return t('atMost', { value: say(given.atMost) });
      if ('above' in given) return t('above', { value: say(given.above) });
      if ('below' in given) return t('below', { value: say(given.below) });
      if ('aboveWave' in given) return t('aboveWave', { wave: waveTitle(given.aboveWave) });
      if ('between' in given) return t('between', { low: say(given.between[0]), high: say(given.between[1]) });
      return t('judgedTarget');
    },
    [t, goalValue],
  );
  const interval = useCallback(
    (measure: string, [low, high]: readonly [number, number], places = 0) =>
      t('from', { low: value(measure, low, places), high: value(measure, high, places) }),
    [t, value],
  );
  /** What the figure is reckoned on: '118 av 741', 'n = 605'. Numbers speak for themselves. */
  const base = useCallback(
    (measure: string, { numerator, denominator, n }: Base): string => {
      const of = { numerator: whole(numerator ?? 0), denominator: whole(denominator ?? 0) };
      if (measure === 'shareOfSites') return t('sitesShare', of);
      if (measure === 'share') return t('share', of);
      return isMean(measure) ? t('n', { n: whole(n ?? 0) }) : '';
    },
    [t, whole],
  );
  return { value, goalValue, target, interval, base };
};
