// Where on the page the next thing stands, and what it is: everything drawn is either a part of the text's structure or an artifact.
import { ink, quiet } from '../chart/colours.ts';
import { type Pdf, page } from './document.ts';
import { type Style, widthOf } from './lines.ts';

export type Element = PDFKit.PDFStructureElement;
export interface Paper {
  doc: Pdf;
  /** The structure's root. */
  root: Element;
  /** Top of the next block, in points from the page's upper edge. */
  y: number;
}
export const styles = {
  plain: { font: 'regular', size: 10.5, leading: 15, colour: ink },
  quiet: { font: 'regular', size: 9, leading: 12.5, colour: quiet },
  cell: { font: 'regular', size: 9, leading: 11.5, colour: ink },
  cellBold: { font: 'bold', size: 9, leading: 11.5, colour: ink },
  caption: { font: 'bold', size: 9.5, leading: 13, colour: ink },
  foot: { font: 'regular', size: 8, leading: 10, colour: quiet },
} as const satisfies Record<string, Style>;

export function openPaper(doc: Pdf): Paper {
  const root = doc.struct('Document');
  doc.addStructure(root);
  doc.addPage();
  return { doc, root, y: page.top };
}

export function nextPage(paper: Paper): void {
  paper.doc.addPage();
  paper.y = page.top;
}
export const room = ({ y }: Paper): number => page.bottom - y;
export const isFresh = ({ y }: Paper): boolean => y === page.top;

/** Goes to the next page unless there are so many points left; a fresh page has to do. */
export function needRoom(paper: Paper, points: number): void {
  if (room(paper) < points && !isFresh(paper)) nextPage(paper);
}

export function addElement(
  { doc }: Paper,
  parent: Element,
  tag: string,
  options: PDFKit.Mixins.StructureElementOptions = {},
): Element {
  const element = doc.struct(tag, options);
  parent.add(element);
  return element;
}

/** What is drawn belongs to the element. */
export function draw({ doc }: Paper, element: Element, tag: string, drawing: () => void): void {
  const content = doc.markStructureContent(tag);
  drawing();
  doc.endMarkedContent();
  element.add(content);
}

/** What is drawn says nothing: lines, fields, what repeats on each page. */
export function decorate({ doc }: Paper, drawing: () => void, type: 'Layout' | 'Pagination' = 'Layout'): void {
  doc.markContent('Artifact', { type });
  drawing();
  doc.endMarkedContent();
}

/** Lines below each other from `top`; `align` within `width`. */
export function writeLines(
  { doc }: Paper,
  lines: readonly string[],
  style: Style,
  at: { x: number; top: number; width: number; align?: 'left' | 'right' },
): void {
  const ascent = (style.leading + style.size * 0.68) / 2;
  doc.fillColor(style.colour);
  lines.forEach((line, index) => {
    if (line.trim() === '') return;
    const shift = at.align === 'right' ? at.width - widthOf(doc, line.trimEnd(), style) : 0;
    const y = at.top + index * style.leading + ascent;
    doc.font(style.font).fontSize(style.size);
    doc.text(line, at.x + shift, y, { lineBreak: false, baseline: 'alphabetic' });
  });
}
