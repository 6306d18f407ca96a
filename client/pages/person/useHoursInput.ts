import { useTranslation } from 'react-i18next';

/** Hours a week with the reader's decimal sign; both signs are taken. */
export const useHoursInput = () => {
  const { i18n } = useTranslation();
  return {
    min: 0,
    max: 80,
    decimalScale: 2,
    hideControls: true,
    inputMode: 'decimal' as const,
    decimalSeparator: i18n.language === 'en' ? '.' : ',',
    allowedDecimalSeparators: [',', '.'],
  };
};

/** As many decimals as the hours have, at most two. */
export const decimalsOf = (hours: number): number =>
  [0, 1, 2].find((count) => Number(hours.toFixed(count)) === hours) ?? 2;
