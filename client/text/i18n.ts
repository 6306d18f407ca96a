// Swedish first, English complete: en's shape is checked against sv's, so a missing text does not compile.
import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { en } from './en/index.ts';
import { sv } from './sv/index.ts';

export const languages = ['sv', 'en'] as const;
export type Language = (typeof languages)[number];
const storageKey = 'stegvis.language';

const remembered = (): Language => {
  const value = globalThis.localStorage?.getItem(storageKey);
  return value === 'en' ? 'en' : 'sv';
};

void i18next.use(initReactI18next).init({
  lng: remembered(),
  fallbackLng: 'sv',
  resources: { sv, en },
  defaultNS: 'common',
  interpolation: { escapeValue: false },
  returnNull: false,
});

export const setLanguage = (language: Language): void => {
  globalThis.localStorage?.setItem(storageKey, language);
  document.documentElement.lang = language;
  void i18next.changeLanguage(language);
};
document.documentElement.lang = remembered();

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'common';
    resources: typeof sv;
  }
}

export { i18next };
