import { useTranslation } from 'react-i18next';
import type { Programme } from '../../../server/contract/programme.ts';
import type { AnyGoalResult } from '../../api/results.ts';
import { axisFor, targetLines } from '../../charts/domain.ts';
import { isShare, useFigureWords } from '../results/useFigureWords.ts';
import { useNumbers } from '../useNumbers.ts';
import { useText } from '../useText.ts';

/** One goal as a row or a card shows it: its figures in words, and the picture of its interval. */
export const useRow = (programme: Programme, goal: AnyGoalResult) => {
  const { t } = useTranslation('goals');
  const text = useText();
  const words = useFigureWords();
  const { whole } = useNumbers();
  const { measure } = goal;
  const waveTitle = (slug: string) => text(programme.waves.find((each) => each.slug === slug)?.title) || slug;
  const target = goal.target ? words.target(measure, goal.target, waveTitle) : '';
  if (goal.suppressed) return { target, value: t('hidden'), base: t('hiddenTotal'), missing: '', picture: undefined };
  const value = goal.value === null ? (measure === 'judged' ? '' : t('noData')) : words.value(measure, goal.value);
  const targets = targetLines(goal.target);
  const interval = goal.ci95 ? words.interval(measure, goal.ci95) : '';
  const drawn = goal.value !== null && (isShare(measure) || goal.ci95 !== null);
  return {
    target,
    value,
    base: goal.value === null ? '' : words.base(measure, goal),
    missing: goal.missing > 0 ? t('missingShort', { missing: whole(goal.missing) }) : '',
    picture: drawn
      ? {
          value: goal.value ?? 0,
          interval: goal.ci95,
          targets,
          domain: isShare(measure) ? ([0, 1] as const) : axisFor(measure, [goal], targets).domain,
          dot: measure === 'mean',
          words: interval,
          label: [value, interval, target].filter(Boolean).join(', '),
        }
      : undefined,
  };
};
