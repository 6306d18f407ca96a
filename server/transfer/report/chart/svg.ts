import type { Drawing, Mark } from './marks.ts';

export const chartFont = 'Source Sans 3';
const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text: string) => text.replace(/[&<>"]/g, (each) => escapes[each] ?? each);
const number = (value: number) => String(Number(value.toFixed(2)));
const anchors = { left: 'start', center: 'middle', right: 'end' } as const;

/** A picture that stands by itself: white ground, fonts named, title and description for those who hear it. */
export function chartSvg({ width, height, marks }: Drawing, title: string, description: string): string {
  const size = `width="${number(width)}" height="${number(height)}" viewBox="0 0 ${number(width)} ${number(height)}"`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" ${size} role="img" aria-labelledby="t d" font-family="'${chartFont}', 'Segoe UI', Arial, sans-serif">`,
    `<title id="t">${escaped(title)}</title><desc id="d">${escaped(description)}</desc>`,
    `<rect width="${number(width)}" height="${number(height)}" fill="#ffffff"/>`,
    ...marks.map(element),
    '</svg>',
  ].join('\n');
}

function element(mark: Mark): string {
  switch (mark.kind) {
    case 'rect': {
      const { x, y, width, height, fill, stroke } = mark;
      const place = attributes({ x, y, width, height });
      return `<rect ${place} fill="${fill}"${stroke ? ` stroke="${stroke}"` : ''}/>`;
    }
    case 'line': {
      const { x1, y1, x2, y2, stroke, width, dashed } = mark;
      const dash = dashed ? ' stroke-dasharray="5 3"' : '';
      return `<line ${attributes({ x1, y1, x2, y2 })} stroke="${stroke}" stroke-width="${number(width)}"${dash}/>`;
    }
    case 'circle':
      return `<circle cx="${number(mark.x)}" cy="${number(mark.y)}" r="${number(mark.radius)}" fill="${mark.fill}"/>`;
    case 'text': {
      const { x, y, text, size, bold, align, fill } = mark;
      const font = `font-size="${number(size)}"${bold ? ' font-weight="600"' : ''}`;
      return `<text ${attributes({ x, y })} ${font} text-anchor="${anchors[align]}" fill="${fill}">${escaped(text)}</text>`;
    }
  }
}

const attributes = (places: Record<string, number>) =>
  Object.entries(places)
    .map(([name, value]) => `${name}="${number(value)}"`)
    .join(' ');
