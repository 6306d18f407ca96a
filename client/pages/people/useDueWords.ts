import { useTranslation } from 'react-i18next';
import type { DueThing } from './due.ts';

/** How far off a thing is, in words. */
export const useDueWords = () => {
  const { t } = useTranslation('people');
  return ({ kind, date, days }: DueThing): string => {
    if (kind === 'openCard') return t('openCardText', { date });
    if (days === 0) return t('today');
    if (days < -60) return t('overdueMonths', { count: Math.floor(-days / 30.44) });
    return days < 0 ? t('overdue', { count: -days }) : t('inDays', { count: days });
  };
};
