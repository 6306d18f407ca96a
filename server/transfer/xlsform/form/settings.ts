import { type FormSheet, remarkColumns } from '../formSheet.ts';
import type { Place, Remarks } from '../remarks.ts';

const understood = ['form_title', 'form_id', 'id_string', 'default_language', 'version'];

export interface Settings {
  title: string;
  /** A name as surveys have them in addresses: a-z, 0-9 and hyphen. */
  name: string;
  defaultLanguage: { place: Place; value: string };
}

/** The sheet may be missing; its first row counts. */
export function readSettings(sheet: FormSheet | undefined, remarks: Remarks): Settings {
  const row = sheet?.rows[0];
  const title = row?.get('form_title') ?? '';
  const place = row?.place('default_language') ?? { sheet: 'settings', row: 2, column: 'default_language' };
  if (sheet) remarkColumns(sheet, understood, () => ['setting', 'the setting has no counterpart'], remarks);
  return {
    title,
    name: slug(row?.get('form_id') || row?.get('id_string') || '') || slug(title) || 'imported',
    defaultLanguage: { place, value: row?.get('default_language') ?? '' },
  };
}

function slug(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[^a-z]+|-+$/g, '')
    .slice(0, 60);
}
