import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';

/** Figures as they are written in the reader's language: decimal comma and thin spaces in Swedish. Rounds half up. */
export const useNumbers = () => {
  const { i18n } = useTranslation();
  return useMemo(() => {
    const locale = i18n.language === 'en' ? 'en-GB' : 'sv-SE';
    // Half up on the decimal value that a person sees: 0.125 is 13 %, 1.005 is 1.01, in spite of binary fractions.
    const round = (value: number, decimals: number) => {
      const factor = 10 ** decimals;
      return Math.sign(value) * (Math.floor(Math.abs(value) * factor + 0.5 + 1e-9) / factor);
    };
    // Kept: making one takes longer than what it is made for, and a page of goals shows a thousand figures.
    const formats = new Map<number, Intl.NumberFormat>();
    const formatOf = (decimals: number): Intl.NumberFormat => {
      const kept = formats.get(decimals);
      if (kept) return kept;
      const options = { minimumFractionDigits: decimals, maximumFractionDigits: decimals };
      const made = new Intl.NumberFormat(locale, options);
      formats.set(decimals, made);
      return made;
    };
    const decimal = (value: number, decimals = 2) => formatOf(decimals).format(round(value, decimals));
    const percent = (share: number, decimals = 0) => `${decimal(share * 100, decimals)} %`;
    const whole = (value: number) => decimal(value, 0);
    return { decimal, percent, whole };
  }, [i18n.language]);
};
