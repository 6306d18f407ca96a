// Text broken into lines: by words, and a word that is wider than the line by letters.
import type { Pdf } from './document.ts';

export interface Style {
  font: 'regular' | 'bold';
  /** Points. */
  size: number;
  /** From line to line, in points. */
  leading: number;
  colour: string;
}
/** Within pdfkit, without a type. */
interface OpenFont {
  font: { hasGlyphForCodePoint(code: number): boolean };
}
const stands = '\u25a1';

/** Letters that the font lacks become a square: a document may name no letter that it does not hold. */
export function writable(doc: Pdf, text: string): string {
  const { font } = (doc.font('regular') as unknown as { _font: OpenFont })._font;
  return Array.from(text.replaceAll('\t', ' '), (each) =>
    each === '\n' || font.hasGlyphForCodePoint(each.codePointAt(0) ?? 0) ? each : stands,
  ).join('');
}

export const widthOf = (doc: Pdf, text: string, { font, size }: Style): number =>
  doc.font(font).fontSize(size).widthOfString(text);

/** Each line but a paragraph's last ends with its space, so that words stay apart when read aloud or copied. */
export function wrap(doc: Pdf, text: string, style: Style, width: number): string[] {
  return writable(doc, text)
    .split('\n')
    .flatMap((part) => wrapPart(doc, part, style, width));
}

function wrapPart(doc: Pdf, text: string, style: Style, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  const space = widthOf(doc, ' ', style);
  let used = 0;
  for (const word of text.split(' ').flatMap((each) => fitting(doc, each, style, width))) {
    const own = widthOf(doc, word, style);
    if (line !== '' && used + space + own > width) {
      lines.push(`${line} `);
      line = '';
      used = 0;
    }
    used += line === '' ? own : space + own;
    line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line];
}

/** A word in pieces that fit; after a hyphen or slash where there is one. */
function fitting(doc: Pdf, word: string, style: Style, width: number): string[] {
  if (widthOf(doc, word, style) <= width) return [word];
  const letters = Array.from(word);
  const pieces: string[] = [];
  let piece = '';
  for (const letter of letters) {
    if (piece !== '' && widthOf(doc, piece + letter, style) > width) {
      const at = Math.max(piece.lastIndexOf('-'), piece.lastIndexOf('/')) + 1 || piece.length;
      pieces.push(piece.slice(0, at));
      piece = piece.slice(at);
    }
    piece += letter;
  }
  return [...pieces, piece];
}
