import type { FormRow, FormSheet } from '../formSheet.ts';
import { languageCode, languageName, pageLanguages } from '../languages.ts';
import type { Place, Remarks } from '../remarks.ts';

/** By language code; Swedish always among them, since everybody falls back on it. */
export type Localized = Record<string, string>;
export interface FoundText {
  texts: Localized;
  /** There was no Swedish: another language stands in its place until somebody translates it. */
  standsIn: boolean;
}

const formatting = /\*\*|<\/?[a-z][^<>]*>|\]\(|^#{1,6} /im;

/** The texts of a form in the languages that its headers name. */
export class Texts {
  /** Codes, Swedish first. */
  readonly languages: string[];
  /** By the header's own word; '' for columns that name no language. */
  private readonly codes = new Map<string, string>();
  private readonly hasSwedish: boolean;

  constructor(
    sheets: readonly FormSheet[],
    /** Place of `default_language` in the sheet settings and what stands there. */
    private readonly settled: { place: Place; value: string },
    private readonly remarks: Remarks,
    /** The name of a question in our survey; undefined when it was not taken in. */
    private readonly findName: (name: string) => string | undefined,
  ) {
    for (const sheet of sheets) this.readHeaders(sheet);
    const found = [...new Set(this.codes.values())];
    this.hasSwedish = found.includes('sv');
    this.languages = ['sv', ...found.filter((code) => code !== 'sv')];
    for (const code of found) this.remarkPage(code);
    const other = found[0];
    if (!this.hasSwedish && other !== undefined)
      this.remarkLanguage('sv', `the form has no Swedish; its ${languageName(other)} stands in for it as a draft`);
  }

  /** undefined when the cells are empty, or all in languages that are not known. */
  find(row: FormRow, column: string): FoundText | undefined {
    const given: Localized = {};
    // Columns without a language first: what a named one says goes before them.
    for (const [language, text] of [...row.texts(column)].toSorted(([a], [b]) => Number(b === '') - Number(a === ''))) {
      const code = this.codes.get(language);
      if (code !== undefined && text !== '') given[code] = this.withNames(text, row.place(column, language));
    }
    const first = this.languages.find((code) => given[code] !== undefined);
    if (first === undefined) return undefined;
    const standsIn = first !== 'sv';
    const text = given[first] ?? '';
    if (standsIn && this.hasSwedish)
      this.remarks.add(
        row.place(column),
        text,
        'text',
        `it has no Swedish; the ${languageName(first)} stands in for it`,
      );
    return { texts: Object.fromEntries(this.languages.flatMap((code) => entry(code, given[code], text))), standsIn };
  }

  private readHeaders(sheet: FormSheet): void {
    for (const { name, language, header } of sheet.columns) {
      if (language === undefined && !['label', 'hint'].includes(name)) continue;
      if (this.codes.has(language ?? '')) continue;
      const isFilled = sheet.rows.some((row) => row.texts(name).has(language ?? ''));
      const code = language === undefined ? this.ownLanguage(isFilled) : languageCode(language);
      const place = { sheet: sheet.name, row: sheet.headerRow, column: header };
      const isTaken = language !== undefined && [...this.codes].some(([word, each]) => word !== '' && each === code);
      if (!isFilled) continue;
      if (code === undefined || isTaken)
        this.remarks.add(
          place,
          language ?? '',
          'language',
          isTaken
            ? 'there is another column of the same language'
            : 'the language is not known; write its code in parentheses, as in "Svenska (sv)"',
        );
      else this.codes.set(language ?? '', code);
    }
  }

  /** Of columns that name no language. */
  private ownLanguage(isFilled: boolean): string {
    const code = languageCode(this.settled.value);
    if (code === undefined && isFilled)
      this.remarkLanguage(
        this.settled.value,
        'the form does not say which language its texts are in; taken as Swedish',
      );
    return code ?? 'sv';
  }

  private remarkPage(code: string): void {
    if (!pageLanguages.includes(code))
      this.remarkLanguage(code, `questions are shown in ${languageName(code)}, but the page around them in Swedish`);
  }

  private remarkLanguage(value: string, reason: string): void {
    this.remarks.add(this.settled.place, value, 'language', reason);
  }

  /** `${name}` in a text shows the answer to that question. */
  private withNames(text: string, place: Place): string {
    if (formatting.test(text))
      this.remarks.add(place, text, 'formatting', 'formatting is not carried; its signs are shown as they stand');
    return text.replace(/\$\{([^{}]*)\}/g, (whole, name: string) => {
      const legal = this.findName(name.trim());
      if (legal === undefined) this.remarks.add(place, whole, 'text', 'the question it names was not taken in');
      return legal === undefined ? whole : `{${legal}}`;
    });
  }
}

const entry = (code: string, text: string | undefined, otherwise: string): [string, string][] => {
  if (text !== undefined) return [[code, text]];
  return code === 'sv' ? [[code, otherwise]] : [];
};
