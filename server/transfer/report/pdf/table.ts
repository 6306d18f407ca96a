// Tables: the first row heads the columns and is said again on each page, the first cell heads its row.

import { edge, quiet } from '../chart/colours.ts';
import type { Block, Cell, Column } from '../model/blocks.ts';
import { page, textWidth } from './document.ts';
import { wrap } from './lines.ts';
import {
  addElement,
  decorate,
  draw,
  type Element,
  isFresh,
  needRoom,
  nextPage,
  type Paper,
  room,
  styles,
  writeLines,
} from './paper.ts';
import { type Box, type CellBox, layCells, rowHeight, writeRow } from './row.ts';

type Of<Kind extends Block['kind']> = Extract<Block, { kind: Kind }>;
/** A table lower than this is not parted. */
const wholeBelow = 300;
/** A row lower than this is not parted either. */
const splitAbove = 60;
const headTop = 4;

interface Laid {
  boxes: Box[];
  caption: string[];
  head: CellBox[];
  rows: CellBox[][];
}

function layTable({ doc }: Paper, { caption, columns, rows }: Of<'table'>): Laid {
  const boxes = boxesOf(columns);
  const titles = columns.map((each): Cell => ({ text: each.title }));
  return {
    boxes,
    caption: caption === null ? [] : wrap(doc, caption, styles.caption, textWidth),
    head: layCells(doc, titles, boxes, () => true),
    rows: rows.map((row) => layCells(doc, row, boxes, () => false)),
  };
}

/** So many points have to be left on a page before the table begins there. */
export const tableNeeds = (paper: Paper, block: Of<'table'>): number => needs(layTable(paper, block));

function needs({ caption, head, rows }: Laid): number {
  const top = caption.length * styles.caption.leading + headTop + rowHeight(head);
  const sum = (some: readonly CellBox[][]) => some.reduce((total, each) => total + rowHeight(each), top);
  const whole = sum(rows);
  return whole < wholeBelow ? whole : sum(rows.slice(0, 3));
}

export function writeTable(paper: Paper, block: Of<'table'>): void {
  const laid = layTable(paper, block);
  const { boxes, caption, head, rows } = laid;
  needRoom(paper, needs(laid));
  const table = addElement(paper, paper.root, 'Table');
  if (caption.length > 0) writeCaption(paper, table, caption);
  writeRow(paper, addElement(paper, table, 'TR'), head, () => ({ tag: 'TH', scope: 'Column' }));
  rule(paper, boxes, quiet, 1);
  const newPage = () => {
    nextPage(paper);
    repeatHead(paper, head, boxes);
  };
  for (const row of rows) {
    if (room(paper) < Math.min(rowHeight(row), splitAbove) && !isFresh(paper)) newPage();
    writeRow(paper, addElement(paper, table, 'TR'), row, firstHeads, newPage);
    rule(paper, boxes, edge, 0.5);
  }
  paper.y += 10;
}

const firstHeads = (at: number) => (at === 0 ? ({ tag: 'TH', scope: 'Row' } as const) : ({ tag: 'TD' } as const));

function writeCaption(paper: Paper, table: Element, lines: readonly string[]): void {
  const element = addElement(paper, table, 'Caption');
  const place = { x: page.left, top: paper.y, width: textWidth };
  draw(paper, element, 'Caption', () => writeLines(paper, lines, styles.caption, place));
  paper.y += lines.length * styles.caption.leading + headTop;
}

/** Terms and what they say: a table without a head, each row headed by its term. */
export function writeFacts(paper: Paper, { rows }: Of<'facts'>): void {
  const boxes = boxesOf([
    { title: '', width: 26, align: 'left' },
    { title: '', width: 74, align: 'left' },
  ]);
  const table = addElement(paper, paper.root, 'Table');
  for (const { term, cell } of rows) {
    const row = layCells(paper.doc, [{ text: term }, cell], boxes, (at) => at === 0);
    needRoom(paper, Math.min(rowHeight(row), splitAbove));
    writeRow(paper, addElement(paper, table, 'TR'), row, firstHeads, () => nextPage(paper));
    rule(paper, boxes, edge, 0.5);
  }
  paper.y += 8;
}

/** A column that few hundredths are left for stays narrow: figures stand near what they are about. */
function boxesOf(columns: readonly Column[]): Box[] {
  const sum = Math.max(
    100,
    columns.reduce((total, each) => total + each.width, 0),
  );
  let x = page.left;
  return columns.map(({ width, align }) => {
    const box = { x, width: (width / sum) * textWidth, align };
    x += box.width;
    return box;
  });
}

/** For the eye; who listens has heard it once. */
function repeatHead(paper: Paper, head: readonly CellBox[], boxes: readonly Box[]): void {
  decorate(
    paper,
    () => {
      for (const { lines, style, text } of head) writeLines(paper, lines, style, { ...text, top: paper.y + 2 });
    },
    'Pagination',
  );
  paper.y += rowHeight(head);
  rule(paper, boxes, quiet, 1);
}

function rule(paper: Paper, boxes: readonly Box[], colour: string, width: number): void {
  const { doc, y } = paper;
  const right = page.left + boxes.reduce((sum, each) => sum + each.width, 0);
  decorate(paper, () => doc.lineWidth(width).strokeColor(colour).moveTo(page.left, y).lineTo(right, y).stroke());
}
