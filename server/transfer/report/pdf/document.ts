// The PDF document under way: tagged, with its language and title, fonts embedded (ISO 14289-1, PDF/UA-1).
import PDFDocument from 'pdfkit';
import { boldFont, regularFont } from '../fonts.ts';
import type { ReportModel } from '../model/blocks.ts';

declare global {
  namespace PDFKit.Mixins {
    /** What pdfkit 0.20 takes and its types do not name yet. */
    interface StructureElementOptions {
      scope?: 'Row' | 'Column';
      /** left, top, right, bottom in points from the page's upper left corner */
      bbox?: [number, number, number, number];
    }
  }
}
export type Pdf = PDFKit.PDFDocument;

/** A4 in points; `foot` is where the running text begins. */
export const page = { width: 595.28, height: 841.89, left: 56, right: 539.28, top: 50, bottom: 770, foot: 782 };
export const textWidth = page.right - page.left;

/** pdfkit puts the words into XML as they stand; as text they are escaped, as value they are not. */
class InfoText extends String {
  override toString(): string {
    return this.valueOf().replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  }
}
const pdfUa: object = { subset: 'PDF/UA' };

export function openDocument({ title, author, createdAt, language }: ReportModel): Pdf {
  const doc = new PDFDocument({
    ...{ size: 'A4', margin: 0, autoFirstPage: false, bufferPages: true },
    ...{ pdfVersion: '1.7', tagged: true, displayTitle: true, lang: language },
    ...pdfUa,
  });
  const info = { Title: new InfoText(title), Author: new InfoText(author), Creator: 'Stegvis' };
  Object.assign(doc.info, info, { CreationDate: new Date(createdAt) });
  doc.registerFont('regular', regularFont).registerFont('bold', boldFont);
  return doc;
}
