// A chart in the document: drawn as lines and text, with what it says for those who hear it.
import { type Drawing, drawChart, type Mark } from '../chart/marks.ts';
import type { Block } from '../model/blocks.ts';
import { type Pdf, page, textWidth } from './document.ts';
import { writable } from './lines.ts';
import { addElement, draw, needRoom, type Paper } from './paper.ts';

export function writeChart(paper: Paper, { chart, alt }: Extract<Block, { kind: 'chart' }>): void {
  const drawing = drawChart(chart);
  const scale = Math.min(textWidth / drawing.width, (page.bottom - page.top) / drawing.height);
  const height = drawing.height * scale;
  needRoom(paper, height + 24);
  const bbox: [number, number, number, number] = [
    page.left,
    paper.y,
    page.left + drawing.width * scale,
    paper.y + height,
  ];
  const figure = addElement(paper, paper.root, 'Figure', { alt, bbox });
  draw(paper, figure, 'Figure', () => drawMarks(paper, drawing, scale));
  paper.y += height + 6;
}

function drawMarks({ doc, y }: Paper, { marks }: Drawing, scale: number): void {
  doc.save().translate(page.left, y).scale(scale);
  for (const mark of marks) drawMark(doc, mark);
  doc.restore();
}

function drawMark(doc: Pdf, mark: Mark): void {
  switch (mark.kind) {
    case 'rect': {
      doc.rect(mark.x, mark.y, mark.width, mark.height);
      if (mark.stroke) doc.lineWidth(1).fillAndStroke(mark.fill, mark.stroke);
      else doc.fill(mark.fill);
      return;
    }
    case 'line': {
      doc.moveTo(mark.x1, mark.y1).lineTo(mark.x2, mark.y2).lineWidth(mark.width).strokeColor(mark.stroke);
      if (mark.dashed) doc.dash(5, { space: 3 });
      doc.stroke().undash();
      return;
    }
    case 'circle':
      doc.circle(mark.x, mark.y, mark.radius).fill(mark.fill);
      return;
    case 'text': {
      const text = writable(doc, mark.text);
      doc
        .font(mark.bold ? 'bold' : 'regular')
        .fontSize(mark.size)
        .fillColor(mark.fill);
      const width = doc.widthOfString(text);
      const shift = { left: 0, center: width / 2, right: width }[mark.align];
      if (text !== '') doc.text(text, mark.x - shift, mark.y, { lineBreak: false, baseline: 'alphabetic' });
    }
  }
}
