// Top-level fields taken from a document's bytes, or left out, without decoding it.
import { nameAt, nameEnd, valueEnd } from '../bson/codec.ts';

/** Copies the fields named (`named` true) or all others, in the document's order. */
export function copyFields(names: ReadonlySet<string>, named: boolean): (bytes: Buffer) => Buffer {
  return (bytes) => {
    const result = Buffer.allocUnsafe(bytes.length);
    const end = bytes.length - 1;
    let size = 4;
    let kept = 4; // fields from here on stay and are not copied yet
    for (let at = 4; at < end; ) {
      const stop = nameEnd(bytes, at + 1);
      const next = valueEnd(bytes, bytes[at] ?? 0, stop + 1);
      if (names.has(nameAt(bytes, at + 1, stop)) !== named) {
        size += bytes.copy(result, size, kept, at);
        kept = next;
      }
      at = next;
    }
    size += bytes.copy(result, size, kept, end);
    result[size++] = 0;
    result.writeInt32LE(size);
    return result.subarray(0, size);
  };
}
