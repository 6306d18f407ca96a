// The form that a text question asks for (SurveyJS's maskType), as far as it is shown: an example, and the keyboard that fits.
import type { QuestionTextModel } from 'survey-core';

type Json = Readonly<Record<string, unknown>>;
const isJson = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);

export const settingsOf = ({ maskSettings }: Json): Json => (isJson(maskSettings) ? maskSettings : {});
export const isNumberMask = ({ maskType }: Json): boolean => maskType === 'numeric' || maskType === 'currency';
export const isMasked = ({ maskType }: Json): boolean => typeof maskType === 'string' && maskType !== 'none';

/** Of a question that survey-core has loaded. */
export const maskIn = ({ maskType, maskSettings }: QuestionTextModel) => ({
  maskType,
  maskSettings: maskSettings.toJSON() as Json,
});

const fillings: Readonly<Record<string, string>> = { '9': '1234567890', a: 'ABCDEFGHIJ', '#': 'A1B2C3D4E5' };

export interface PatternPlace {
  char: string;
  /** asked: to be filled in · kept: fixed, and part of what is stored · shown: fixed, and stored only with the whole. */
  is: 'asked' | 'kept' | 'shown';
}
/** As survey-core reads it: `\` makes the next sign an ordinary one, and fixed digits and letters are stored. */
export const placesIn = (pattern: string): PatternPlace[] => {
  const places: PatternPlace[] = [];
  let isEscaped = false;
  for (const char of pattern.split('')) {
    if (char === '\\') isEscaped = true;
    else {
      const isAsked = !isEscaped && Object.hasOwn(fillings, char);
      places.push({ char, is: isAsked ? 'asked' : isEscaped || /[a-zA-Z0-9]/.test(char) ? 'kept' : 'shown' });
      isEscaped = false;
    }
  }
  return places;
};

const filledIn = (places: readonly PatternPlace[]): string => {
  const used = new Map<string, number>();
  return places
    .map(({ char, is }) => {
      if (is !== 'asked') return char;
      const [at, letters] = [used.get(char) ?? 0, fillings[char] ?? ''];
      used.set(char, at + 1);
      return letters.charAt(at % letters.length);
    })
    .join('');
};

const moments: Readonly<Record<string, string>> = {
  ...{ yyyy: '2025', mm: '06', dd: '30', HH: '14', MM: '05', ss: '30' },
};
/** In the order of ISO 8601, which is how it is stored. */
const storedMoment = (pattern: string): string => {
  const of = (parts: readonly string[], sign: string) =>
    parts.flatMap((part) => (pattern.includes(part) ? [moments[part] ?? ''] : [])).join(sign);
  return of(['yyyy', 'mm', 'dd'], '-') || of(['HH', 'MM', 'ss'], ':');
};

/** A number as the mask writes it. */
const numberExample = (settings: Json, isAmount: boolean): MaskExample => {
  const { decimalSeparator = '.', thousandsSeparator = ',', precision = 2, prefix = '', suffix = '' } = settings;
  const decimals = '123456'.slice(0, Number(precision));
  const shown = `12${String(thousandsSeparator)}500${decimals && `${String(decimalSeparator)}${decimals}`}`;
  const stored = `12500${decimals && `.${decimals}`}`;
  return { shown: isAmount ? `${String(prefix)}${shown}${String(suffix)}` : shown, stored, named: stored };
};

export interface MaskExample {
  /** As the field shows it. */
  shown: string;
  /** As it stands in answers and files. */
  stored: string;
  /** As conditions name it: never with what is only shown. */
  named: string;
}
/** An answer that fits the mask; undefined where there is none. */
export const exampleOf = (question: Json): MaskExample | undefined => {
  const settings = settingsOf(question);
  const pattern = typeof settings.pattern === 'string' ? settings.pattern : '';
  if (isNumberMask(question)) return numberExample(settings, question.maskType === 'currency');
  if (pattern === '') return undefined;
  if (question.maskType === 'datetime') {
    const stored = storedMoment(pattern);
    return { shown: pattern.replace(/yyyy|mm|dd|HH|MM|ss/g, (part) => moments[part] ?? part), stored, named: stored };
  }
  if (question.maskType !== 'pattern') return undefined;
  const places = placesIn(pattern);
  const shown = filledIn(places);
  const named = filledIn(places.filter(({ is }) => is !== 'shown'));
  return { shown, stored: settings.saveMaskedValue === true ? shown : named, named };
};

/** Within a sentence that is read from the right, too, its parts stand in their order. */
export const isolated = (example: string, direction: 'ltr' | 'rtl'): string =>
  direction === 'rtl' ? `\u2066${example}\u2069` : example;

/** Of a phone. Digits alone where nothing else can be written; few of them have a minus. */
export const keyboardOf = (question: Json): 'numeric' | 'decimal' | undefined => {
  const settings = settingsOf(question);
  if (question.maskType === 'datetime') return 'numeric';
  if (isNumberMask(question)) {
    const takesMinus = settings.allowNegativeValues !== false && !(Number(settings.min) >= 0);
    return takesMinus ? undefined : settings.precision === 0 ? 'numeric' : 'decimal';
  }
  const asked = placesIn(String(settings.pattern ?? '')).filter(({ is }) => is === 'asked');
  return asked.length > 0 && asked.every(({ char }) => char === '9') ? 'numeric' : undefined;
};
