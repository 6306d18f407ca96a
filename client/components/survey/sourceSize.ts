const mostBytes = 5 * 1024 * 1024;
/** Megabytes as they would be sent, when that is more than the server takes; else undefined. */
export const tooLargeBy = (source: string): number | undefined => {
  if (source.length < mostBytes / 6) return undefined;
  const bytes = new TextEncoder().encode(JSON.stringify({ source, revision: 1_000_000 })).length;
  return bytes > mostBytes || source.length > 5_000_000 ? Math.max(bytes, source.length) / 1e6 : undefined;
};
