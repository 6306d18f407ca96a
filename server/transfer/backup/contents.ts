// The order of a backup's parts, and the sums of what was seen.
import { documentSum } from '../../store/documentSum.ts';
import { decodeDocument } from '../../store/native.ts';
import type { CollectionSum } from '../../store/restoring.ts';
import { BrokenBackup } from './broken.ts';
import { type BackupHeader, backupEnd, backupHeader, collectionStart, frames } from './format.ts';
import type { Frame } from './frames.ts';

export interface Contents {
  header: BackupHeader;
  sums: readonly CollectionSum[];
}
export interface Taker {
  header?(header: BackupHeader): Promise<void>;
  /** Called with some documents at a time, BSON as stored. */
  documents(collection: string, documents: readonly Buffer[]): Promise<void>;
}
const batchBytes = 2_000_000;
const batchDocuments = 1000;

/** Hands all documents to the taker. @throws BrokenBackup */
export async function contentsOf(all: AsyncIterable<Frame>, taker: Taker): Promise<Contents> {
  const reading = new Reading(taker);
  for await (const { kind, bytes } of all) {
    if (bytes.at(-1) !== 0) throw new BrokenBackup('a document does not end');
    await reading.take(kind, bytes);
  }
  return reading.contents();
}

class Reading {
  readonly #taker: Taker;
  readonly #sums: CollectionSum[] = [];
  #header: BackupHeader | undefined;
  #current: { name: string; sum: ReturnType<typeof documentSum> } | undefined;
  #batch: Buffer[] = [];
  #batchBytes = 0;
  #isOver = false;

  constructor(taker: Taker) {
    this.#taker = taker;
  }

  async take(kind: number, bytes: Buffer): Promise<void> {
    if (this.#isOver || (kind === frames.header) !== (this.#header === undefined))
      throw new BrokenBackup('its parts are out of order');
    if (kind === frames.document) return this.#document(bytes);
    const fields = decodeDocument(bytes);
    if (kind === frames.header) return this.#begin(fields);
    await this.#closeCollection();
    if (kind === frames.collection) this.#current = { name: parsed(collectionStart, fields).name, sum: documentSum() };
    else if (kind === frames.end) this.#end(fields);
    else throw new BrokenBackup('it has a part that is not known');
  }

  async #begin(fields: unknown): Promise<void> {
    this.#header = parsed(backupHeader, fields);
    await this.#taker.header?.(this.#header);
  }

  async #document(bytes: Buffer): Promise<void> {
    if (!this.#current) throw new BrokenBackup('a document belongs to no collection');
    this.#current.sum.add(bytes);
    this.#batch.push(bytes);
    this.#batchBytes += bytes.length;
    if (this.#batch.length >= batchDocuments || this.#batchBytes >= batchBytes) await this.#hand();
  }

  async #hand(): Promise<void> {
    if (!this.#current || this.#batch.length === 0) return;
    const batch = this.#batch;
    this.#batch = [];
    this.#batchBytes = 0;
    await this.#taker.documents(this.#current.name, batch);
  }

  async #closeCollection(): Promise<void> {
    await this.#hand();
    if (this.#current) {
      const { name, sum } = this.#current;
      this.#sums.push({ name, documents: sum.documents(), digest: sum.digest() });
    }
    this.#current = undefined;
  }

  #end(fields: unknown): void {
    const { collections } = parsed(backupEnd, fields);
    if (JSON.stringify(collections) !== JSON.stringify(this.#sums))
      throw new BrokenBackup('documents are missing or changed');
    this.#isOver = true;
  }

  contents(): Contents {
    if (!this.#header || !this.#isOver) throw new BrokenBackup('its end is missing');
    return { header: this.#header, sums: this.#sums };
  }
}

function parsed<Type>(
  shape: { safeParse(value: unknown): { success: true; data: Type } | { success: false } },
  value: unknown,
): Type {
  const result = shape.safeParse(value);
  if (!result.success) throw new BrokenBackup('a part of it has another shape');
  return result.data;
}
