// SPSS syntax that reads the CSV beside it into what the .sav holds: the same names, numbers, labels and missing values.
import { plainText } from '../csvText.ts';
import { missing } from '../missing.ts';
import { type SavColumn, savColumns } from '../sav/columns.ts';
import { cutBytes } from '../sav/names.ts';
import { labelIn, type Table, type Variable } from '../variable.ts';

const quoted = (text: string, most = 255) =>
  `'${cutBytes(text.replace(/[\r\n\t]+/g, ' '), most).replaceAll("'", "''")}'`;
const levels = { nominal: 'NOMINAL', ordinal: 'ORDINAL', scale: 'SCALE' } as const;

/** Bytes; a code has at most 100 characters. */
const longestCode = 400;

interface Column extends SavColumn {
  variable: Variable;
  /** The cells as they stand in the file. */
  raw: string;
}

/** @param file the CSV's name @param widths bytes of the longest text of each variable */
export function spssScript(table: Table, file: string, widths: readonly number[], language: string): string {
  const columns = savColumns(table.variables, widths, language).flatMap((column, at): Column[] => {
    const variable = table.variables[at];
    return variable ? [{ ...column, variable, raw: `raw${at + 1}` }] : [];
  });
  const read = columns.map((each) => `  ${rawName(each)} A${each.width === undefined ? longestCode : each.width + 1}`);
  const converted = columns.filter((each) => each.width === undefined);
  const lines = [
    `* ${labelIn(table.label, language).replace(/[\r\n]+/g, ' ')}.`,
    'SET DECIMAL=DOT.',
    `GET DATA /TYPE=TXT /FILE=${quoted(file)} /ENCODING='UTF8' /ARRANGEMENT=DELIMITED`,
    `  /DELCASE=LINE /FIRSTCASE=2 /DELIMITERS=',' /QUALIFIER='"' /VARIABLES=`,
    `${read.join('\n')}.`,
    ...converted.flatMap(conversion),
    'EXECUTE.',
    ...(converted.length > 0 ? [`DELETE VARIABLES ${converted.map((each) => each.raw).join('\n  ')}.`] : []),
    ...columns.flatMap(described),
  ];
  return `${lines.join('\n')}\n`;
}

const rawName = ({ width, name, raw }: Column) => (width === undefined ? raw : name);

function conversion({ name, raw, variable }: Column): string[] {
  const { notAsked, notAnswered } = missing;
  if (variable.kind === 'day')
    return [
      `IF (${raw} <> '') ${name} = DATE.DMY(NUMBER(SUBSTR(${raw}, 9, 2), F2), NUMBER(SUBSTR(${raw}, 6, 2), F2), NUMBER(SUBSTR(${raw}, 1, 4), F4)).`,
      `FORMATS ${name} (SDATE10).`,
    ];
  const known =
    variable.kind === 'code'
      ? variable.codes.map(
          ({ code, number }) => `IF (${raw} = ${quoted(plainText(code), longestCode)}) ${name} = ${number}.`,
        )
      : [`IF (${raw} <> '' AND ${raw} <> 'NA') ${name} = NUMBER(SUBSTR(${raw}, 1, 40), F40).`];
  return [
    ...known,
    `IF (${raw} = 'NA') ${name} = ${notAsked.number}.`,
    `IF (${raw} = '') ${name} = ${notAnswered.number}.`,
    `FORMATS ${name} (${variable.kind === 'code' ? 'F8' : 'F10.2'}).`,
  ];
}

function described(column: Column): string[] {
  const { name, label, level, values, width } = column;
  const labels = values.map((each) => `  ${each.number} ${quoted(each.label, 120)}`);
  const missings = column.missing.length > 0 ? [`MISSING VALUES ${name} (${column.missing.join(', ')}).`] : [];
  return [
    `VARIABLE LABELS ${name} ${quoted(label)}.`,
    ...(labels.length > 0 ? [`VALUE LABELS ${name}`, `${labels.join('\n')}.`] : []),
    ...missings,
    ...(width === undefined ? [] : [`MISSING VALUES ${name} ('NA').`]),
    `VARIABLE LEVEL ${name} (${levels[level]}).`,
  ];
}
