// The report as a tagged PDF (PDF/UA-1).
import { setImmediate } from 'node:timers/promises';
import type { Block, ReportModel } from '../model/blocks.ts';
import { fill } from '../text/languages.ts';
import { openDocument, page, textWidth } from './document.ts';
import { writeChart } from './figure.ts';
import { widthOf, wrap } from './lines.ts';
import { decorate, openPaper, type Paper, styles, writeLines } from './paper.ts';
import { writeHeading, writeList, writeParagraph } from './prose.ts';
import { tableNeeds, writeFacts, writeTable } from './table.ts';

/** The document's bytes. Between blocks others get their turn: a long report takes a second. */
export async function* reportPdf(model: ReportModel): AsyncGenerator<Uint8Array> {
  const doc = openDocument(model);
  const paper = openPaper(doc);
  for (const [at, block] of model.blocks.entries()) {
    write(paper, block, model.blocks[at + 1]);
    await setImmediate();
  }
  writeFeet(paper, model);
  doc.end();
  for await (const piece of doc as AsyncIterable<Uint8Array>) yield piece;
}

function write(paper: Paper, block: Block, next: Block | undefined): void {
  if (block.kind === 'heading') writeHeading(paper, block, next?.kind === 'table' ? tableNeeds(paper, next) : 0);
  else if (block.kind === 'paragraph') writeParagraph(paper, block);
  else if (block.kind === 'list') writeList(paper, block);
  else if (block.kind === 'facts') writeFacts(paper, block);
  else if (block.kind === 'table') writeTable(paper, block);
  else writeChart(paper, block);
}

const mostLines = 3;

/** Each page names the snapshot and its own number; who listens hears neither over and over. */
function writeFeet(paper: Paper, { running, pageOf }: ReportModel): void {
  const { doc } = paper;
  const style = styles.foot;
  const { start, count } = doc.bufferedPageRange();
  const gap = 24;
  for (let at = start; at < start + count; at++) {
    doc.switchToPage(at);
    const number = fill(pageOf, { page: at + 1, pages: count });
    const width = textWidth - widthOf(doc, number, style) - gap;
    const lines = wrap(doc, running, style, width).slice(0, mostLines);
    const drawing = () => {
      writeLines(paper, lines, style, { x: page.left, top: page.foot, width });
      writeLines(paper, [number], style, { x: page.left, top: page.foot, width: textWidth, align: 'right' });
    };
    decorate(paper, drawing, 'Pagination');
  }
}
