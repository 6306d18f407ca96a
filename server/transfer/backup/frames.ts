// Cuts what comes out of the gzip into frames; one document at most is in memory beside the chunk it came in.
import { BrokenBackup } from './broken.ts';
import { largestDocument } from './format.ts';

export interface Frame {
  kind: number;
  bytes: Buffer;
}

export async function* framesIn(stream: AsyncIterable<Buffer>): AsyncIterable<Frame> {
  let waiting: Buffer[] = [];
  let size = 0;
  let wanted = 5;
  for await (const chunk of stream) {
    waiting.push(chunk);
    size += chunk.length;
    if (size < wanted) continue;
    const bytes = waiting.length === 1 ? chunk : Buffer.concat(waiting);
    let at = 0;
    for (wanted = wantedAt(bytes, at); bytes.length - at >= wanted; wanted = wantedAt(bytes, at)) {
      yield { kind: bytes[at] ?? 0, bytes: bytes.subarray(at + 1, at + wanted) };
      at += wanted;
    }
    waiting = [bytes.subarray(at)];
    size = bytes.length - at;
  }
  if (size > 0) throw new BrokenBackup('it ends within a document');
}

/** Bytes of the frame that begins there, as far as that can be told. */
function wantedAt(bytes: Buffer, at: number): number {
  if (bytes.length - at < 5) return 5;
  const length = bytes.readInt32LE(at + 1);
  if (length < 5 || length > largestDocument) throw new BrokenBackup('a document has an impossible length');
  return length + 1;
}
