// A chart on the page as a picture that stands by itself: styles written into it, fonts named, a title above, its source below.
import { ink, quiet } from '../colours.ts';

/** Named, since `system-ui` means nothing to a drawing program or a word processor. */
const fonts = "'Segoe UI', Roboto, 'Noto Sans', Arial, sans-serif";
const kept = [
  ...['fill', 'fill-opacity', 'stroke', 'stroke-width', 'stroke-dasharray', 'stroke-opacity', 'stroke-linecap'],
  ...['opacity', 'font-size', 'font-weight', 'font-variant-numeric', 'text-anchor', 'dominant-baseline'],
] as const;
const space = 'http://www.w3.org/2000/svg';
const margin = 16;
/** Mean width of a letter, in parts of its size. */
const letter = 0.54;

export interface Caption {
  title: string;
  /** Whose figures these are and when they were counted. */
  source: string;
  language: string;
}
export interface Picture {
  text: string;
  width: number;
  height: number;
}

const element = (name: string, attributes: Record<string, string | number>, text?: string) => {
  const made = document.createElementNS(space, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value));
  if (text !== undefined) made.textContent = text;
  return made;
};

/** In lines of at most `width` pixels, by the letters' usual width. */
export const lines = (text: string, width: number, size: number): string[] => {
  const most = Math.max(8, Math.floor(width / (size * letter)));
  const rows: string[] = [];
  for (const word of text.split(/\s+/).filter(Boolean)) {
    const last = rows.at(-1);
    if (last === undefined || last.length + word.length + 1 > most) rows.push(word);
    else rows[rows.length - 1] = `${last} ${word}`;
  }
  return rows;
};

const writeStyles = (from: Element, to: Element): void => {
  const style = getComputedStyle(from);
  for (const name of kept) {
    const value = style.getPropertyValue(name);
    if (value) to.setAttribute(name, value.replaceAll('"', ''));
  }
  for (const name of ['class', 'style', 'tabindex', 'role']) to.removeAttribute(name);
  for (const [at, child] of [...from.children].entries()) {
    const copy = to.children[at];
    if (copy) writeStyles(child, copy);
  }
};

const textBlock = (rows: readonly string[], top: number, style: { size: number; weight: number; fill: string }) =>
  rows.map((row, at) =>
    element(
      'text',
      {
        ...{ x: margin, y: top + (at + 1) * style.size * 1.35 - style.size * 0.35 },
        ...{ 'font-size': style.size, 'font-weight': style.weight, fill: style.fill },
      },
      row,
    ),
  );

/** @returns the picture with its size in CSS pixels */
export const pictureOf = (chart: SVGSVGElement, { title, source, language }: Caption): Picture => {
  const [own, high] = ['width', 'height'].map((name) => Number(chart.getAttribute(name)) || 0) as [number, number];
  const width = own + 2 * margin;
  const [head, foot] = [lines(title, own, 16), lines(source, own, 12)];
  const [above, below] = [margin + head.length * 16 * 1.35 + 8, foot.length * 12 * 1.35 + 8 + margin];
  const height = Math.ceil(above + high + below);
  const copy = chart.cloneNode(true) as SVGSVGElement;
  writeStyles(chart, copy);
  for (const [name, value] of Object.entries({ x: margin, y: above, width: own, height: high }))
    copy.setAttribute(name, String(value));
  const root = element('svg', {
    ...{ width, height, viewBox: `0 0 ${width} ${height}`, 'font-family': fonts, role: 'img', 'xml:lang': language },
  });
  root.append(
    ...[element('title', {}, title), element('desc', {}, source), element('rect', { width, height, fill: '#fff' })],
    ...textBlock(head, margin, { size: 16, weight: 700, fill: ink }),
    copy,
    ...textBlock(foot, above + high + 8, { size: 12, weight: 400, fill: quiet }),
  );
  return { text: new XMLSerializer().serializeToString(root), width, height };
};
