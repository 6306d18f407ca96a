// One row of a table, over as many pages as its longest cell takes.
import { statusColours, statusShapes } from '../chart/colours.ts';
import type { Cell } from '../model/blocks.ts';
import type { Pdf } from './document.ts';
import { type Style, wrap } from './lines.ts';
import { addElement, decorate, draw, type Element, isFresh, type Paper, room, styles, writeLines } from './paper.ts';

export interface Box {
  x: number;
  width: number;
  align: 'left' | 'right';
}
/** A cell with its lines, and where they stand. */
export interface CellBox {
  lines: string[];
  style: Style;
  text: { x: number; width: number; align: 'left' | 'right' };
  status: Cell['status'];
}
const padding = { side: 6, edge: 2 };
const shapeWidth = 15;
const { leading } = styles.cell;

export function layCells(
  doc: Pdf,
  cells: readonly Cell[],
  boxes: readonly Box[],
  isBold: (at: number) => boolean,
): CellBox[] {
  return cells.map(({ text, status }, at) => {
    const { x, width, align } = boxes[at] ?? { x: 0, width: 1, align: 'left' as const };
    const shift = status ? shapeWidth + padding.side : 0;
    const inner = { x: x + padding.side + shift, width: width - 2 * padding.side - shift, align };
    const base = isBold(at) || status ? styles.cellBold : styles.cell;
    const style = status ? { ...base, colour: statusColours[status].text } : base;
    return { lines: wrap(doc, text, style, inner.width), style, text: inner, status };
  });
}

export const rowHeight = (cells: readonly CellBox[]): number =>
  Math.max(1, ...cells.map((each) => each.lines.length)) * leading + 2 * padding.edge;

type CellTag = { tag: 'TH'; scope: 'Row' | 'Column' } | { tag: 'TD' };

export function writeRow(
  paper: Paper,
  row: Element,
  cells: readonly CellBox[],
  cellOf: (at: number) => CellTag,
  newPage: () => void = () => {},
): void {
  const elements = cells.map((_, at) => {
    const { tag, ...options } = cellOf(at);
    return { tag, element: addElement(paper, row, tag, options) };
  });
  const most = Math.max(1, ...cells.map((each) => each.lines.length));
  for (let from = 0; from < most; ) {
    const fit = Math.floor((room(paper) - 2 * padding.edge) / leading);
    if (fit < 1 && !isFresh(paper)) {
      newPage();
      continue;
    }
    const to = Math.min(most, from + Math.max(fit, 1));
    const top = paper.y + padding.edge;
    cells.forEach((cell, at) => {
      const some = cell.lines.slice(from, to);
      const { element, tag } = elements[at] ?? { element: row, tag: 'TD' };
      if (from === 0 && cell.status) drawStatus(paper, cell, top);
      if (some.length > 0 || from === 0)
        draw(paper, element, tag, () => writeLines(paper, some, cell.style, { ...cell.text, top }));
    });
    paper.y += (to - from) * leading + 2 * padding.edge;
    from = to;
    if (from < most) newPage();
  }
}

/** The status's shape on its field, before its word. */
function drawStatus(paper: Paper, { status, text, lines, style }: CellBox, top: number): void {
  if (!status) return;
  const { doc } = paper;
  const { text: colour, field } = statusColours[status];
  const { lines: outline, filled } = statusShapes[status];
  const x = text.x - shapeWidth;
  doc.font(style.font).fontSize(style.size);
  const width = shapeWidth + Math.max(...lines.map((line) => doc.widthOfString(line.trimEnd()))) + 5;
  decorate(paper, () => {
    doc.roundedRect(x - 4, top - 1, width + 3, lines.length * leading + 2, 3);
    if (status === 'noData') doc.lineWidth(0.75).dash(2, { space: 2 }).strokeColor(colour).stroke().undash();
    else doc.fillColor(field).fill();
    doc
      .save()
      .translate(x, top + 1.2)
      .scale(0.6)
      .lineWidth(2)
      .strokeColor(colour)
      .fillColor(colour);
    doc.path(outline).stroke();
    if (filled) doc.path(filled).fill();
    doc.restore();
  });
}
