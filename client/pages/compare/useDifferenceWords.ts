import { useTranslation } from 'react-i18next';
import type { GoalPair } from '../../api/comparison.ts';
import { isMean } from '../../components/results/useFigureWords.ts';
import { useNumbers } from '../../components/useNumbers.ts';

/** The difference of a pair as a sentence, with its interval and whether chance alone may make it; or why there is none. */
export const useDifferenceWords = ([one, other]: readonly [string, string]) => {
  const { t } = useTranslation('compare');
  const { decimal } = useNumbers();
  return ({ difference, why, one: { measure } }: GoalPair): string => {
    if (!difference) return t(why ?? 'noData');
    const { estimate, ci95 } = difference;
    const size = (value: number) => (isMean(measure) ? decimal(value, 2) : decimal(value * 100, 1)).replace('-', '−');
    const unit = isMean(measure) ? t('steps') : t('points');
    const shown = size(Math.abs(estimate));
    const isLevel = Number(shown.replace(',', '.')) === 0;
    const sentence = t(isLevel ? 'level' : estimate > 0 ? 'over' : 'under', { one, other, size: shown, unit });
    if (!ci95) return `${sentence} ${t('noInterval')}`;
    const [low, high] = ci95;
    const isClear = low > 0 || high < 0;
    return `${sentence} ${t('interval', { low: size(low), high: size(high), unit })} ${t(isClear ? 'clear' : 'unclear')}`;
  };
};
