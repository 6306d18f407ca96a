// How well a picture to choose is seen: by the contrast of its lines and shapes to what they stand on.

/** Red, green, blue from 0 to 255. */
export type Colour = readonly [number, number, number];
/** What shows through a picture on a respondent's page (survey.css): the page's white, and the ground of the chosen one. */
export const grounds: readonly Colour[] = [
  [255, 255, 255],
  [230, 242, 240],
];
/** WCAG 2.2, 1.4.11 Non-text Contrast: of parts of a picture that are needed to understand it. */
export const leastContrast = 3;
/** Of a picture's pixels so many have to stand out: a thin line drawn across it is more. */
const leastShare = 0.01;
/** Below it a picture is one even colour, which is judged against the page. */
const evenBelow = 1.05;

/** WCAG 2.2, relative luminance: https://www.w3.org/TR/WCAG22/#dfn-relative-luminance */
export const luminanceOf = ([red, green, blue]: Colour): number => {
  const linear = (value: number) => {
    const share = value / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
};
/** WCAG 2.2, contrast ratio of two luminances, from 1 to 21: https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio */
export const contrastOf = (one: number, other: number): number =>
  (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);

export interface Pixels {
  /** Red, green, blue and opacity, row by row. */
  data: ArrayLike<number>;
  width: number;
  height: number;
}

const luminancesOn = ({ data, width, height }: Pixels, ground: Colour): number[] =>
  Array.from({ length: width * height }, (_, at) => {
    const part = (channel: 0 | 1 | 2) => {
      const opacity = (data[at * 4 + 3] ?? 0) / 255;
      return opacity * (data[at * 4 + channel] ?? 0) + (1 - opacity) * ground[channel];
    };
    return luminanceOf([part(0), part(1), part(2)]);
  });

const middle = (values: readonly number[]) => values.toSorted((one, other) => one - other)[values.length >> 1] ?? 1;

const contrastOn = (pixels: Pixels, ground: Colour): number => {
  const { width, height } = pixels;
  const luminances = luminancesOn(pixels, ground);
  const edge = luminances.filter((_, at) => {
    const [x, y] = [at % width, Math.floor(at / width)];
    return x === 0 || y === 0 || x === width - 1 || y === height - 1;
  });
  const own = middle(edge);
  const contrasts = luminances.map((each) => contrastOf(each, own)).toSorted((one, other) => other - one);
  const strongest = contrasts[Math.floor(contrasts.length * leastShare)] ?? 1;
  return (contrasts[0] ?? 1) < evenBelow ? contrastOf(own, luminanceOf(ground)) : strongest;
};

/** Of what stands out most in the picture to what surrounds it, on the ground where that is least. 1: there is nothing to see. */
export const pictureContrast = (pixels: Pixels): number =>
  Math.min(...grounds.map((ground) => contrastOn(pixels, ground)));
