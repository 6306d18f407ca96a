/** What can be chosen or filled in has words beside it, in every language that the survey has. */
import type { AskedElement } from './asked.ts';
import { type AccessFinding, type Entry, entriesOf, found, textOf } from './finding.ts';

const shownOnly = ['html', 'image'];
const lists = ['choices', 'rateValues', 'columns', 'rows', 'items'] as const;

const lacking = (text: unknown, languages: readonly string[]) =>
  languages.filter((language) => textOf(text, language) === '');

/** One finding a list, with all entries and languages meant. */
function unnamed(
  rule: AccessFinding['rule'],
  asked: AskedElement,
  entries: readonly Entry[],
  languages: readonly string[],
): AccessFinding[] {
  const lacks = entries.map(({ code, text }) => ({ code, in: lacking(text, languages) }));
  const meant = lacks.filter((each) => each.in.length > 0);
  if (meant.length === 0) return [];
  const named = languages.filter((language) => meant.some((each) => each.in.includes(language)));
  return [found(rule, asked, { languages: named, entries: meant.map(({ code }) => code) })];
}

/**
 * WCAG 2.2, 3.3.2 Labels or Instructions and 4.1.2 Name, Role, Value: a field without a label is called by its code. Of a picture to choose,
 * its text is also what stands in place of the picture (1.1.1 Non-text Content).
 */
export function labelsOf(asked: AskedElement, languages: readonly string[]): AccessFinding[] {
  if (shownOnly.includes(asked.type)) return [];
  const { json, type } = asked;
  const untitled = lacking(json.title, languages);
  return [
    ...(untitled.length > 0 ? [found('noLabel', asked, { languages: untitled })] : []),
    ...lists.flatMap((list) => {
      const entries = entriesOf(json[list]);
      if (type === 'imagepicker' && list === 'choices') return unnamed('noAlternativeText', asked, entries, languages);
      const silent = entries.filter(({ isNumber, text }) => !isNumber || text !== undefined);
      return unnamed('noLabel', asked, silent, languages);
    }),
  ];
}
