// The participant page loads one language, not all of them.
import { type RespondText, sv } from './sv.ts';

/** Each language by its own name, as a reader looks for it. */
export const languageNames: Record<string, string> = {
  sv: 'Svenska',
  en: 'English',
  ar: 'العربية',
  uk: 'Українська',
  so: 'Soomaali',
  ti: 'ትግርኛ',
};
/** Those of imported forms have no texts of the page's own, but are known by their name all the same. */
export const languageName = (language: string): string => {
  const known = languageNames[language];
  if (known !== undefined) return known;
  try {
    const name = new Intl.DisplayNames([language], { type: 'language', fallback: 'none' }).of(language);
    return name === undefined ? language : name.charAt(0).toLocaleUpperCase(language) + name.slice(1);
  } catch {
    return language;
  }
};
const rightToLeft = ['ar', 'ckb', 'dv', 'fa', 'he', 'prs', 'ps', 'sd', 'ug', 'ur', 'yi'];
export const directionOf = (language: string): 'ltr' | 'rtl' => (rightToLeft.includes(language) ? 'rtl' : 'ltr');

/** Within a sentence: one read from the right does not turn signs and numbers beside it round. */
export const languageWithin = (language: string): string =>
  directionOf(language) === 'rtl' ? `\u2068${languageName(language)}\u2069` : languageName(language);

const load: Record<string, () => Promise<RespondText>> = {
  en: () => import('./en.ts').then((texts) => texts.en),
  ar: () => import('./ar.ts').then((texts) => texts.ar),
  uk: () => import('./uk.ts').then((texts) => texts.uk),
  so: () => import('./so.ts').then((texts) => texts.so),
  ti: () => import('./ti.ts').then((texts) => texts.ti),
};

/** Texts of the page's own; Swedish where a language has none. */
export const loadTexts = async (language: string): Promise<RespondText> => (await load[language]?.()) ?? sv;

/** Puts values in for {names}. */
export const fill = (text: string, values: Record<string, string | number>): string =>
  text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));

/** A survey's text in the language asked for, else in Swedish. */
export const textIn = (text: unknown, language: string): string => {
  if (typeof text === 'string') return text;
  if (text === null || typeof text !== 'object') return '';
  const texts = text as Record<string, string>;
  return texts[language] ?? texts.sv ?? texts.default ?? Object.values(texts)[0] ?? '';
};
