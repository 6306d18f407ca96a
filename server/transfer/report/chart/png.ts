import { createCanvas, GlobalFonts, loadImage } from '@napi-rs/canvas';
import { boldFont, regularFont } from '../fonts.ts';
import { chartFont } from './svg.ts';

/** Sharp on paper and on dense screens. */
const scale = 2;

/** The picture of an SVG, at twice its size. */
export async function pngOf(svg: string): Promise<Buffer> {
  if (!GlobalFonts.has(chartFont))
    for (const file of [regularFont, boldFont]) GlobalFonts.registerFromPath(file, chartFont);
  const picture = await loadImage(Buffer.from(svg));
  const canvas = createCanvas(picture.width * scale, picture.height * scale);
  const context = canvas.getContext('2d');
  context.scale(scale, scale);
  context.drawImage(picture, 0, 0);
  return canvas.encode('png');
}
