import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';

/** A localized text of the programme's or survey's own, in the reader's language, else in Swedish. */
export const useText = () => {
  const { i18n } = useTranslation();
  const language = i18n.language;
  return useCallback(
    (text: string | Readonly<Record<string, string | undefined>> | undefined | null): string => {
      if (text === undefined || text === null) return '';
      if (typeof text === 'string') return text;
      return text[language] ?? text.sv ?? Object.values(text)[0] ?? '';
    },
    [language],
  );
};
