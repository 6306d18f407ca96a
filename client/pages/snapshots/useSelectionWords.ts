import { useTranslation } from 'react-i18next';

/** Whose rows a snapshot counts. */
export const useSelectionWords = () => {
  const { t } = useTranslation('snapshots');
  const { t: goals } = useTranslation('goals');
  return (minDays: number | null): string =>
    minDays === null ? t('everyone') : goals('filterDays', { days: minDays });
};
