// Each block as paragraphs and tables of Word.
import { HeadingLevel, ImageRun, Paragraph, type Table, TextRun } from 'docx';
import { drawChart } from '../chart/marks.ts';
import { pngOf } from '../chart/png.ts';
import { chartSvg } from '../chart/svg.ts';
import type { Block } from '../model/blocks.ts';
import { codes } from './styles.ts';
import { factsTable, wordTable } from './table.ts';

const levels = { 1: HeadingLevel.HEADING_1, 2: HeadingLevel.HEADING_2, 3: HeadingLevel.HEADING_3 } as const;

/** @param at place among the blocks: pictures are numbered by it */
export async function blockParts(block: Block, at: number): Promise<(Paragraph | Table)[]> {
  switch (block.kind) {
    case 'heading': {
      const { text, level, newPage = false } = block;
      return [new Paragraph({ text, heading: levels[level], pageBreakBefore: newPage })];
    }
    case 'paragraph':
      return [written(block)];
    case 'list':
      return block.items.map((text) => new Paragraph({ text, numbering: { reference: 'points', level: 0 } }));
    case 'facts':
      return [factsTable(block.rows), spacer()];
    case 'table': {
      const caption = block.caption === null ? [] : [new Paragraph({ text: block.caption, style: 'Caption' })];
      return [...caption, wordTable(block), spacer()];
    }
    case 'chart':
      return [await picture(block, at)];
  }
}

/** Two tables that follow each other would become one. */
const spacer = () => new Paragraph({ style: 'Note', text: '' });

function written({ text, tone, language }: Extract<Block, { kind: 'paragraph' }>): Paragraph {
  const children = text.split('\n').map(
    (line, at) =>
      new TextRun({
        ...{ text: line, ...(at > 0 && { break: 1 }) },
        ...(language && { language: { value: codes[language] } }),
      }),
  );
  return new Paragraph({ children, ...(tone === 'quiet' && { style: 'Note' }) });
}

/** Pixels of 1/96 inch that fit on the page. */
const most = { width: 620, height: 880 };

async function picture({ chart, alt }: Extract<Block, { kind: 'chart' }>, at: number): Promise<Paragraph> {
  const drawing = drawChart(chart);
  const scale = Math.min(most.width / drawing.width, most.height / drawing.height);
  const image = new ImageRun({
    type: 'png',
    data: await pngOf(chartSvg(drawing, '', alt)),
    transformation: { width: drawing.width * scale, height: drawing.height * scale },
    altText: { id: String(at + 1), name: `chart-${at + 1}`, description: alt },
  });
  return new Paragraph({ children: [image], keepNext: true });
}
