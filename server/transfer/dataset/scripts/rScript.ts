// An R script that reads the CSV beside it: factors with labels, days as dates, ordered where the answers are.
import { notAskedText, plainText } from '../csvText.ts';
import { labelIn, type Table, type Variable } from '../variable.ts';

const quoted = (text: string) => `"${text.replace(/["\\]/g, (each) => `\\${each}`).replace(/[\r\n\t]+/g, ' ')}"`;
const list = (texts: readonly string[]) => `c(${texts.map(quoted).join(', ')})`;

/** @param file the CSV's name */
export function rScript({ label, variables }: Table, file: string, language: string): string {
  const lines = [
    `# ${labelIn(label, language).replace(/[\r\n]+/g, ' ')}`,
    `# NA in the file: not asked; empty: not answered. Both are NA here; "asked" tells them apart.`,
    `raw <- read.csv(${quoted(file)}, fileEncoding = "UTF-8", colClasses = "character", na.strings = character(0), check.names = FALSE)`,
    `asked <- as.data.frame(lapply(raw, function(column) column != ${quoted(notAskedText)}), optional = TRUE)`,
    `data <- raw`,
    `data[raw == "" | raw == ${quoted(notAskedText)}] <- NA`,
    ...variables.flatMap((each) => conversion(each, language)),
  ];
  return `${lines.join('\n')}\n`;
}

function conversion(variable: Variable, language: string): string[] {
  const column = `data[[${quoted(variable.name)}]]`;
  const label = `attr(${column}, "label") <- ${quoted(labelIn(variable.label, language))}`;
  const converted = convert(variable, column, language);
  return [...(converted === undefined ? [] : [`${column} <- ${converted}`]), label];
}

function convert({ kind, codes, level }: Variable, column: string, language: string): string | undefined {
  if (kind === 'number') return `as.numeric(${column})`;
  if (kind === 'day') return `as.Date(${column})`;
  if (kind !== 'code' || codes.length === 0) return undefined;
  const labels = distinct(codes.map((each) => labelIn(each.label, language) || each.code));
  // A rating without words for its steps is a number to count with.
  if (codes.every((each, at) => each.code === String(each.number) && labels[at] === each.code))
    return `as.numeric(${column})`;
  const levels = list(codes.map((each) => plainText(each.code)));
  return `factor(${column}, levels = ${levels}, labels = ${list(labels)}${level === 'ordinal' ? ', ordered = TRUE' : ''})`;
}

/** R joins levels with the same label into one. */
function distinct(labels: readonly string[]): string[] {
  return labels.map((label, at) => (labels.indexOf(label) === at ? label : `${label} (${at + 1})`));
}
