// A text of more than 255 bytes is kept as several variables in a row ("very long string", PSPP developer's guide, 1.13).
const longestSegment = 255;
/** What a segment counts for in the width; it carries 255 bytes all the same. */
const effective = 252;

export const isVeryLong = (width: number): boolean => width > longestSegment;

/** Widths of the variables that carry a text of that width. */
export function segmentWidths(width: number): number[] {
  if (!isVeryLong(width)) return [width];
  const count = Math.ceil(width / effective);
  return Array.from({ length: count }, (_, at) => (at < count - 1 ? longestSegment : width - effective * (count - 1)));
}

/** The bytes of a text cut up for its segments, each padded with spaces to whole eights. */
export function segmentBytes(text: Buffer, width: number): Buffer {
  const widths = segmentWidths(width);
  const whole = widths.map((each) => 8 * Math.ceil(each / 8));
  const bytes = Buffer.alloc(
    whole.reduce((sum, each) => sum + each, 0),
    ' ',
  );
  let to = 0;
  for (const [at, room] of whole.entries()) {
    const from = at * longestSegment;
    if (from < text.length) text.copy(bytes, to, from, Math.min(from + longestSegment, width));
    to += room;
  }
  return bytes;
}
