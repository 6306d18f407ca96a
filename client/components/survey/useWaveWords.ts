import { useTranslation } from 'react-i18next';

/** When a wave is open, in words. */
export const useWaveWords = () => {
  const { t } = useTranslation('versions');
  return ({ opens, closes }: { opens: string | null; closes: string | null }): string => {
    if (opens && closes) return t('between', { opens, closes });
    if (opens) return t('from', { opens });
    return closes ? t('until', { closes }) : t('always');
  };
};
