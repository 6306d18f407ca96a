// Pieces of which a system file is made. Little-endian throughout.
export const int32 = (...values: number[]): Buffer => {
  const bytes = Buffer.alloc(4 * values.length);
  for (const [at, value] of values.entries()) bytes.writeInt32LE(value, 4 * at);
  return bytes;
};

export const float64 = (...values: number[]): Buffer => {
  const bytes = Buffer.alloc(8 * values.length);
  for (const [at, value] of values.entries()) bytes.writeDoubleLE(value, 8 * at);
  return bytes;
};

/** Padded with spaces, or cut. */
export const fixedText = (text: string, length: number): Buffer => {
  const bytes = Buffer.alloc(length, ' ');
  bytes.write(text, 0, length, 'utf8');
  return bytes;
};

/** Record 7: `bytes` in elements of `size`. */
export const extension = (subtype: number, size: number, bytes: Buffer): Buffer =>
  Buffer.concat([int32(7, subtype, size, bytes.length / size), bytes]);

export const systemMissing = -Number.MAX_VALUE;
