// Whether two collections hold the same documents, byte for byte and in whatever order.
import { createHash } from 'node:crypto';

export interface DocumentSum {
  add(bytes: Uint8Array): void;
  documents(): number;
  /** XOR of the documents' SHA-256, base64. Documents of a collection differ at least in their `_id`, so none cancels another. */
  digest(): string;
}

export function documentSum(): DocumentSum {
  const sum = Buffer.alloc(32);
  let documents = 0;
  return {
    add: (bytes) => {
      documents++;
      const hash = createHash('sha256').update(bytes).digest();
      for (let at = 0; at < sum.length; at++) sum[at] = (sum[at] ?? 0) ^ (hash[at] ?? 0);
    },
    documents: () => documents,
    digest: () => sum.toString('base64'),
  };
}
