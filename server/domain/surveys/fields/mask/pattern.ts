/** A pattern as survey-core reads it: `9` asks for a digit, `a` for a letter a-z, `#` for either; all else stands there already. */
import { settings } from 'survey-core';

export interface Place {
  char: string;
  /** asked: to be filled in · kept: fixed, and part of the answer · shown: fixed, and part of it only where the whole is kept. */
  is: 'asked' | 'kept' | 'shown';
}

const { patternDefinitions: definitions, patternEscapeChar: escapeSign } = settings.maskSettings;
const isSymbol = (char: string): boolean => Object.hasOwn(definitions, char);
const fits = (char: string, symbol: string): boolean => definitions[symbol]?.test(char) === true;
/** survey-core keeps a fixed digit or letter beside what is filled in, since that may be one too. */
const isFillable = (char: string): boolean => Object.keys(definitions).some((symbol) => fits(char, symbol));

export function placesOf(pattern: string): Place[] {
  const places: Place[] = [];
  let isEscaped = false;
  // By UTF-16 unit, as survey-core counts places.
  for (const char of pattern.split('')) {
    if (char === escapeSign) isEscaped = true;
    else {
      places.push({ char, is: isEscaped ? 'kept' : isSymbol(char) ? 'asked' : isFillable(char) ? 'kept' : 'shown' });
      isEscaped = false;
    }
  }
  return places;
}

/** Of the whole, or without what is only shown. */
export const storedPlaces = (places: readonly Place[], isWhole: boolean): Place[] =>
  places.filter(({ is }) => isWhole || is !== 'shown');

export function isFilledIn(text: string, places: readonly Place[]): boolean {
  return (
    text.length === places.length &&
    places.every(({ char, is }, at) => (is === 'asked' ? fits(text.charAt(at), char) : text[at] === char))
  );
}

/** A whole answer without what is only shown. */
export const withoutShown = (text: string, places: readonly Place[]): string =>
  places.map(({ is }, at) => (is === 'shown' ? '' : text.charAt(at))).join('');

/** The other way round; undefined when it does not fit. */
export function withShown(text: string, places: readonly Place[]): string | undefined {
  if (!isFilledIn(text, storedPlaces(places, false))) return undefined;
  const chars = [...text].values();
  return places.map(({ char, is }) => (is === 'shown' ? char : (chars.next().value ?? ''))).join('');
}

const examples: Readonly<Record<string, string>> = { '9': '1234567890', a: 'ABCDEFGHIJ', '#': 'A1B2C3D4E5' };

/** An answer that fits; another one for another `from`. */
export function exampleOf(places: readonly Place[], from = 0): string {
  const used = new Map<string, number>();
  const next = (symbol: string): string => {
    const [at, letters] = [used.get(symbol) ?? from, examples[symbol] ?? ''];
    used.set(symbol, at + 1);
    return letters.charAt(at % letters.length);
  };
  return places.map(({ char, is }) => (is === 'asked' ? next(char) : char)).join('');
}

const meanings: Readonly<Record<string, string>> = {
  '9': '9 is a digit',
  a: 'a is a letter a-z',
  '#': '# is a digit or a letter a-z',
};

export const meaningOf = (places: readonly Place[]): string =>
  Object.entries(meanings)
    .filter(([symbol]) => places.some(({ char, is }) => is === 'asked' && char === symbol))
    .map(([, meaning]) => meaning)
    .join(', ');
