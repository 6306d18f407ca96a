// Tables of Word: the first row heads the columns on every page, the first column heads the rows.
import {
  AlignmentType,
  BorderStyle,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
} from 'docx';
import { edge, statusColours, statusShapes } from '../chart/colours.ts';
import type { Block, Cell, Column } from '../model/blocks.ts';
import { colours, paper } from './styles.ts';

type Align = Column['align'];
const none = { style: BorderStyle.NONE, size: 0, color: 'auto' };
const thin = { style: BorderStyle.SINGLE, size: 4, color: edge.slice(1) };
const strong = { style: BorderStyle.SINGLE, size: 8, color: colours.quiet };
const borders = { top: none, bottom: thin, left: none, right: none, insideHorizontal: thin, insideVertical: none };

export function wordTable({ columns, rows }: Extract<Block, { kind: 'table' }>): Table {
  const widths = widthsOf(columns.map((each) => each.width));
  const cells = columns.map(({ title, align }, at) =>
    tableCell({ text: title }, widths[at] ?? 0, align, { isBold: true, isHead: true }),
  );
  const head = new TableRow({ children: cells, tableHeader: true, cantSplit: true });
  const body = rows.map((row) => {
    const children = row.map((cell, at) => tableCell(cell, widths[at] ?? 0, columns[at]?.align ?? 'left', {}));
    return new TableRow({ children, cantSplit: true });
  });
  return tableOf([head, ...body], widths, true);
}

export function factsTable(rows: readonly { term: string; cell: Cell }[]): Table {
  const widths = widthsOf([26, 74]);
  const [left = 0, right = 0] = widths;
  const made = rows.map(({ term, cell }) => {
    const children = [tableCell({ text: term }, left, 'left', { isBold: true }), tableCell(cell, right, 'left', {})];
    return new TableRow({ children });
  });
  return tableOf(made, widths, false);
}

const tableOf = (rows: TableRow[], columnWidths: number[], firstRow: boolean) =>
  new Table({
    ...{ rows, columnWidths, borders, layout: TableLayoutType.FIXED },
    width: { size: columnWidths.reduce((sum, each) => sum + each, 0), type: 'dxa' },
    tableLook: { firstRow, firstColumn: true, lastRow: false, lastColumn: false, noHBand: true, noVBand: true },
  });

/** Twips; columns that come to less than a hundred make a narrower table. */
function widthsOf(shares: readonly number[]): number[] {
  const whole = Math.max(
    100,
    shares.reduce((sum, each) => sum + each, 0),
  );
  return shares.map((share) => Math.floor((share / whole) * paper.width));
}

interface Look {
  isBold?: boolean;
  isHead?: boolean;
}
function tableCell(cell: Cell, width: number, align: Align, { isBold = false, isHead = false }: Look): TableCell {
  return new TableCell({
    width: { size: width, type: 'dxa' },
    ...(isHead && { borders: { bottom: strong } }),
    children: [
      new Paragraph({
        style: 'Cell',
        alignment: align === 'right' ? AlignmentType.RIGHT : AlignmentType.LEFT,
        children: runsOf(cell, isBold),
        keepNext: isHead,
      }),
    ],
  });
}

/** A status as word and sign on its field, so that none of them is needed alone. */
function runsOf({ text, status }: Cell, bold: boolean): TextRun[] {
  if (!status)
    return text.split('\n').map((line, at) => new TextRun({ text: line, bold, ...(at > 0 && { break: 1 }) }));
  const { text: colour, field } = statusColours[status];
  const shading = { type: ShadingType.CLEAR, fill: field.slice(1), color: 'auto' };
  return [new TextRun({ text: `${statusShapes[status].sign} ${text}`, bold: true, color: colour.slice(1), shading })];
}
