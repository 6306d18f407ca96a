// What a form leaves to the program that shows it, in the languages of the participant's page.
import type { Localized } from './texts.ts';

const words = {
  acknowledged: { sv: 'Jag har läst och förstått', en: 'I have read and understood' },
  other: { sv: 'Annat', en: 'Other', ar: 'أخرى', uk: 'Інше', so: 'Kale', ti: 'ካልእ' },
  title: { sv: 'Importerad enkät', en: 'Imported survey' },
  whoSees: {
    sv: 'Det är frivilligt att svara. Skriv här vem som ser svaren.',
    en: 'Answering is voluntary. Write here who sees the answers.',
  },
  information: {
    sv: 'Skriv här vad svaren används till, med vilket stöd i lag och hur länge de sparas.',
    en: 'Write here what the answers are used for, on which legal basis and how long they are kept.',
  },
  thanks: { sv: 'Tack för dina svar.', en: 'Thank you for your answers.' },
} as const;

/** In those of the languages that it is known in; Swedish always. */
export function ownWords(name: keyof typeof words, languages: readonly string[]): Localized {
  const known: Localized = words[name];
  return Object.fromEntries(
    Object.entries(known).filter(([language]) => language === 'sv' || languages.includes(language)),
  );
}
