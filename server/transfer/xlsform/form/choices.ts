import type { FormRow, FormSheet } from '../formSheet.ts';
import type { Remarks } from '../remarks.ts';

export interface Choice {
  row: FormRow;
  /** As our survey has it: without | . and line breaks, each once. */
  code: string;
}
export interface ChoiceList {
  choices: Choice[];
  /** By the value in the sheet. */
  codes: ReadonlyMap<string, string>;
  /** The same as numbers, where all are whole numbers written plainly. */
  numbers: ReadonlyMap<string, number> | undefined;
}

/** Lists by name. Rows without list or name are left out and told. */
export function readChoices(sheet: FormSheet | undefined, remarks: Remarks): Map<string, ChoiceList> {
  const rows = new Map<string, FormRow[]>();
  for (const row of sheet?.rows ?? []) {
    const [list, name] = [row.get('list_name'), row.get('name')];
    if (list !== '' && name !== '') rows.set(list, [...(rows.get(list) ?? []), row]);
    else if (row.texts('label').size > 0 || list !== '' || name !== '') {
      const column = list === '' ? 'list_name' : 'name';
      remarks.add(row.place(column), list || name, 'choices', `the row has no ${column}; it is left out`);
    }
  }
  return new Map([...rows].map(([name, own]) => [name, buildList(own, remarks)]));
}

function buildList(rows: readonly FormRow[], remarks: Remarks): ChoiceList {
  const choices: Choice[] = [];
  const taken = new Set<string>();
  const codes = new Map<string, string>();
  for (const row of rows) {
    const value = row.get('name');
    if (codes.has(value)) {
      remarks.add(row.place('name'), value, 'choices', 'the value stands twice in its list; the second is left out');
      continue;
    }
    const code = legalCode(value, taken);
    if (code !== value) remarks.add(row.place('name'), value, 'name', `the value is stored as "${code}"`);
    taken.add(code.toLowerCase());
    codes.set(value, code);
    choices.push({ row, code });
  }
  return { choices, codes, numbers: asNumbers(codes) };
}

function legalCode(value: string, taken: ReadonlySet<string>): string {
  const plain = value.replace(/[|.\s]+/g, '_').slice(0, 90);
  const base = plain in Object.prototype ? `${plain}_` : plain;
  let code = base;
  for (let count = 2; taken.has(code.toLowerCase()); count++) code = `${base}_${count}`;
  return code;
}

function asNumbers(codes: ReadonlyMap<string, string>): Map<string, number> | undefined {
  const isPlain = [...codes.values()].every((code) => /^(0|-?[1-9]\d{0,8})$/.test(code));
  return isPlain ? new Map([...codes].map(([value, code]) => [value, Number(code)])) : undefined;
}
