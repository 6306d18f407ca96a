// Tables as CSV: RFC 4180, in UTF-8 with a mark at its beginning, without which Excel takes å for Ã¥.
export type Cell = string | number | null;
/** Swedish Excel reads semicolons and decimal commas. */
const forms = { sv: { between: ';', point: ',' }, en: { between: ',', point: '.' } } as const;

/** A number as it is shown: spaces between its thousands, a real minus, per cent after a space. */
const shownNumber = /^[−-]?\d[\d\s\u00a0\u202f,]*(?:[.,]\d+)?[\s\u00a0\u202f]?%?$/;

/** A text that a spreadsheet would take for a formula is kept a text by an apostrophe (OWASP, CSV injection). */
const harmless = (text: string): string => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text);

const written = (cell: Cell, { between, point }: (typeof forms)[keyof typeof forms]): string => {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell).replace('.', point);
  const text = shownNumber.test(cell)
    ? cell.replace(/[\s\u00a0\u202f]/g, '').replace('−', '-')
    : harmless(cell.replace(/\s+/g, ' ').trim());
  return text.includes(between) || /["\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

export const csvText = (rows: readonly (readonly Cell[])[], language: string): string => {
  const form = forms[language === 'en' ? 'en' : 'sv'];
  return `\ufeff${rows.map((row) => `${row.map((cell) => written(cell, form)).join(form.between)}\r\n`).join('')}`;
};

/** The cells of a table as they are read on the page; a cell over several columns is followed by empty ones. */
export const cellsOf = (table: HTMLTableElement): Cell[][] =>
  [...table.rows].map((row) =>
    [...row.cells].flatMap((cell) => [textOf(cell), ...Array.from({ length: cell.colSpan - 1 }, () => null)]),
  );

/** Pieces of a cell that stand under each other are told apart by a comma. */
const textOf = (cell: Element): string => {
  const blocks = [...cell.childNodes].map((node) => (node.textContent ?? '').trim());
  const isSplit = [...cell.children].some((child) => /^(P|DIV)$/.test(child.tagName));
  return blocks.filter(Boolean).join(isSplit ? ', ' : ' ');
};
