import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Words } from './document/asked.ts';

/** What questions and answers without words of their own are called in conditions. */
export const useAskedWords = (): Words => {
  const { t } = useTranslation('designer');
  return useMemo(() => ({ yes: t('yesWord'), no: t('noWord'), numberOf: (title) => t('numberOf', { title }) }), [t]);
};
