// The report as a Word file, from the same blocks as the PDF: for those who want to go on writing.
import { Document, Footer, Packer, PageNumber, Paragraph, Tab, TabStopType, TextRun } from 'docx';
import type { ReportModel } from '../model/blocks.ts';
import { blockParts } from './blocks.ts';
import { bulletList, codes, paper, sizes, stylesFor } from './styles.ts';

/** The document's bytes, in one piece: Word's format is a packed folder. */
export async function* reportDocx(model: ReportModel): AsyncGenerator<Uint8Array> {
  const children = [];
  for (const [at, block] of model.blocks.entries()) children.push(...(await blockParts(block, at)));
  const document = new Document({
    ...{ title: model.title, creator: model.author, lastModifiedBy: model.author },
    styles: stylesFor(codes[model.language]),
    numbering: { config: [bulletList] },
    sections: [{ properties: { page: paper.page }, footers: { default: footer(model) }, children }],
  });
  yield await Packer.toBuffer(document);
}

/** Each page names the snapshot, and its own number. */
function footer({ running, pageOf }: ReportModel): Footer {
  const numbers = pageOf.split(/(\{page\}|\{pages\})/).map((part) => {
    if (part === '{page}') return PageNumber.CURRENT;
    return part === '{pages}' ? PageNumber.TOTAL_PAGES : part;
  });
  const children = [
    new TextRun({ text: running, size: sizes.foot }),
    new TextRun({ children: [new Tab(), ...numbers], size: sizes.foot }),
  ];
  const tabStops = [{ type: TabStopType.RIGHT, position: paper.width }];
  return new Footer({ children: [new Paragraph({ children, tabStops })] });
}
