// Headings, paragraphs and lists.
import { accent, ink } from '../chart/colours.ts';
import type { Block } from '../model/blocks.ts';
import { page, textWidth } from './document.ts';
import { type Style, wrap } from './lines.ts';
import {
  addElement,
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

type Of<Kind extends Block['kind']> = Extract<Block, { kind: Kind }>;

const headings: Record<1 | 2 | 3, Style & { before: number; after: number; follows: number }> = {
  1: { font: 'bold', size: 24, leading: 30, colour: accent, before: 0, after: 18, follows: 100 },
  2: { font: 'bold', size: 16, leading: 21, colour: accent, before: 22, after: 8, follows: 90 },
  3: { font: 'bold', size: 12, leading: 16, colour: ink, before: 14, after: 5, follows: 40 },
};
/** A line on paper should hold no more than some 90 letters. */
const proseWidth = 440;

/** Also stands among the bookmarks. @param follows points that what comes next needs on the same page */
export function writeHeading(paper: Paper, { level, text, newPage }: Of<'heading'>, follows = 0): void {
  const style = headings[level];
  const lines = balanced(paper, text, style);
  const height = lines.length * style.leading;
  if (newPage && !isFresh(paper)) nextPage(paper);
  needRoom(paper, style.before + height + style.after + Math.max(style.follows, follows));
  if (!isFresh(paper)) paper.y += style.before;
  const tag = `H${level}`;
  const element = addElement(paper, paper.root, tag);
  draw(paper, element, tag, () => writeLines(paper, lines, style, { x: page.left, top: paper.y, width: textWidth }));
  paper.y += height + style.after;
  if (level === 2) paper.doc.outline.addItem(text);
}

/** As few lines as there have to be, of about the same length: no single word on the last one. */
function balanced({ doc }: Paper, text: string, style: Style): string[] {
  const count = wrap(doc, text, style, textWidth).length;
  const narrower = Array.from({ length: 11 }, (_, at) => textWidth * (1 - at / 20));
  const tried = narrower.map((width) => wrap(doc, text, style, width));
  return tried.findLast((lines) => lines.length === count) ?? [];
}

export function writeParagraph(paper: Paper, { text, tone, language }: Of<'paragraph'>): void {
  const style = styles[tone];
  const element = addElement(paper, paper.root, 'P', language ? { lang: language } : {});
  flow(paper, element, 'P', wrap(paper.doc, text, style, proseWidth), style, page.left);
  paper.y += style.leading / 2;
}

const bullet = '•';
const indent = 14;

export function writeList(paper: Paper, { items }: Of<'list'>): void {
  const style = styles.plain;
  const list = addElement(paper, paper.root, 'L');
  for (const each of items) {
    const lines = wrap(paper.doc, each, style, proseWidth - indent);
    needRoom(paper, style.leading * Math.min(lines.length, 3));
    const item = addElement(paper, list, 'LI');
    const label = addElement(paper, item, 'Lbl');
    const top = paper.y;
    draw(paper, label, 'Lbl', () => writeLines(paper, [bullet], style, { x: page.left, top, width: indent }));
    const body = addElement(paper, item, 'LBody');
    flow(paper, body, 'LBody', lines, style, page.left + indent);
    paper.y += 3;
  }
  paper.y += 5;
}

/** Over as many pages as it takes; never a single line left behind or carried over. */
function flow(paper: Paper, element: Element, tag: string, lines: readonly string[], style: Style, x: number): void {
  let rest = lines;
  while (rest.length > 0) {
    const fit = Math.floor(room(paper) / style.leading);
    const count = fit >= rest.length ? rest.length : Math.min(fit, rest.length - 2);
    if (count < Math.min(2, rest.length) && !isFresh(paper)) {
      nextPage(paper);
      continue;
    }
    const some = rest.slice(0, Math.max(count, 1));
    draw(paper, element, tag, () => writeLines(paper, some, style, { x, top: paper.y, width: textWidth }));
    paper.y += some.length * style.leading;
    rest = rest.slice(some.length);
    if (rest.length > 0) nextPage(paper);
  }
}
