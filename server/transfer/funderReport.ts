// The month's counts with the funder's codes and our words for them, and as CSV.
import { stringify } from 'csv-stringify/sync';
import { type FunderCounts, type FunderVariable, flows } from '../domain/funderReport/count.ts';
import type { Programme } from '../domain/programme/schema.ts';
import { plainText } from './dataset/csvText.ts';
import { figureWords } from './report/figures.ts';
import { type Language, reportTexts } from './report/text/languages.ts';

/** Groups by what the funder and we call them. */
export function labelled({ total, lists }: FunderCounts, programme: Programme, language: Language) {
  const words = figureWords(programme, language);
  const label = (variable: FunderVariable, value: string) =>
    value === 'unknown' ? reportTexts[language].unknown : words.group({ [variable]: value });
  return {
    total,
    lists: lists.map(({ variable, groups }) => ({
      variable,
      groups: groups.map(({ value, counts }) => ({
        ...{ value, code: programme.funderCodes?.[variable]?.[value] ?? value, label: label(variable, value) },
        ...counts,
      })),
    })),
  };
}

const columns = ['month', 'variable', 'value', 'code', 'label', ...flows, 'roundedTo'];
const byteOrderMark = '\uFEFF';

/** A line for the total and one for each group, as a spreadsheet of that language reads it. */
export function funderCsv(
  { total, lists }: ReturnType<typeof labelled>,
  { month, roundedTo }: { month: string; roundedTo: number | null },
  language: Language,
): string {
  const head = { month, roundedTo };
  const lines = [
    { ...head, variable: 'total', value: '', code: '', label: reportTexts[language].total, ...total },
    ...lists.flatMap(({ variable, groups }) => groups.map((group) => ({ ...head, variable, ...group }))),
  ];
  const delimiter = language === 'sv' ? ';' : ',';
  return byteOrderMark + stringify(lines, { header: true, columns, delimiter, cast: { string: plainText } });
}
