/** Answers that say nothing but a colour. */

import { rateCodes } from '../../fields/options.ts';
import { isJsonObject } from '../../json.ts';
import type { AskedElement } from './asked.ts';
import { type AccessFinding, type Entry, entriesOf, found, textOf } from './finding.ts';

const colour =
  /^(?:mörk|ljus|dark |light )?(?:röd|rött|röda|gul|gult|gula|grön|grönt|gröna|blå|blått|blåa|orange|red|yellow|green|blue|amber)\.?$/iu;
/** Circles, squares and hearts that differ in nothing but their colour. */
const colouredSign = /^(?:[🔴🟠🟡🟢🔵🟣🟤⚫⚪🟥🟧🟨🟩🟦🟪🟫⬛⬜💚💙💛🧡💜🖤🤍🤎❤]\uFE0F?)$/u;

const scalesOf = ({ json, type }: AskedElement): Entry[] => {
  if (type === 'matrix') return entriesOf(json.columns);
  if (type !== 'rating') return entriesOf(json.choices);
  const own = entriesOf(json.rateValues);
  return own.length > 0 ? own : entriesOf(rateCodes(json));
};

/** WCAG 2.2, 1.4.1 Use of Color: two answers or more that a colour alone tells apart, without a word on what it means. */
export function coloursOf(asked: AskedElement, languages: readonly string[]): AccessFinding[] {
  const { json, type } = asked;
  const faces = isJsonObject(json.faces) ? json.faces : {};
  const explanations = isJsonObject(json.explanations) ? json.explanations : {};
  const isScale = type === 'rating' || type === 'matrix' || Object.keys(faces).length > 0;
  if (!isScale) return [];
  const entries = scalesOf(asked);
  const endings = new Map([
    [0, json.minRateDescription],
    [entries.length - 1, json.maxRateDescription],
  ]);
  const isColour = ({ code, text, isNumber }: Entry, at: number, language: string) => {
    const words = [explanations[code], endings.get(at)].some((each) => textOf(each, language) !== '');
    const label = textOf(text, language) || (isNumber ? '' : code);
    return !words && (label === '' ? colouredSign.test(String(faces[code] ?? '')) : colour.test(label));
  };
  const meant = (language: string) => entries.filter((entry, at) => isColour(entry, at, language));
  const inLanguages = languages.filter((language) => meant(language).length >= 2);
  if (inLanguages.length === 0) return [];
  const codes = new Set(inLanguages.flatMap((language) => meant(language).map(({ code }) => code)));
  return [found('colourAlone', asked, { languages: inLanguages, entries: [...codes] })];
}
