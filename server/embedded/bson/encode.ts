// Values to BSON; the bytes a client sent and the bytes made of its values are the same.
import { CommandError } from '../errors.ts';
import { Binary, type Doc, Double, ObjectId, Raw, type Value } from './codec.ts';

class Writer {
  buffer = Buffer.allocUnsafe(65536);
  at = 0;

  room(size: number): number {
    const at = this.at;
    if (at + size > this.buffer.length) {
      const larger = Buffer.allocUnsafe(Math.max(this.buffer.length * 2, at + size));
      this.buffer.copy(larger, 0, 0, at);
      this.buffer = larger;
    }
    this.at = at + size;
    return at;
  }

  // room() may put a larger buffer in place, so it comes before the buffer is looked at
  bytes(bytes: Buffer): void {
    const at = this.room(bytes.length);
    bytes.copy(this.buffer, at);
  }

  byte(value: number): void {
    const at = this.room(1);
    this.buffer[at] = value;
  }

  int32(value: number): void {
    const at = this.room(4);
    this.buffer.writeInt32LE(value, at);
  }

  int64(value: bigint): void {
    const at = this.room(8);
    this.buffer.writeBigInt64LE(value, at);
  }

  double(value: number): void {
    const at = this.room(8);
    this.buffer.writeDoubleLE(value, at);
  }

  name(type: number, name: string): void {
    this.byte(type);
    const at = this.room(name.length * 3 + 1);
    const size = this.buffer.write(name, at, 'utf8');
    this.buffer[at + size] = 0;
    this.at = at + size + 1;
  }

  string(text: string): void {
    const at = this.room(text.length * 3 + 5);
    const size = this.buffer.write(text, at + 4, 'utf8');
    this.buffer.writeInt32LE(size + 1, at);
    this.buffer[at + 4 + size] = 0;
    this.at = at + 5 + size;
  }

  document(entries: Iterable<readonly [string | number, Value]>): void {
    const start = this.room(4);
    for (const [name, value] of entries) this.element(String(name), value);
    this.byte(0);
    this.buffer.writeInt32LE(this.at - start, start);
  }

  element(name: string, value: Value): void {
    if (typeof value === 'string') {
      this.name(0x02, name);
      this.string(value);
    } else if (typeof value === 'number') {
      this.name(0x10, name);
      this.int32(value);
    } else if (typeof value === 'bigint') {
      this.name(0x12, name);
      this.int64(value);
    } else if (typeof value === 'boolean') {
      this.name(0x08, name);
      this.byte(value ? 1 : 0);
    } else if (value === null) this.name(0x0a, name);
    else this.object(name, value);
  }

  object(name: string, value: Exclude<Value, string | number | bigint | boolean | null>): void {
    if (value instanceof Map) {
      this.name(0x03, name);
      this.document(value);
    } else if (Array.isArray(value)) {
      this.name(0x04, name);
      this.document(value.entries());
    } else if (value instanceof Double) {
      this.name(0x01, name);
      this.double(value.value);
    } else if (value instanceof Date) {
      this.name(0x09, name);
      this.int64(BigInt(value.getTime()));
    } else if (value instanceof ObjectId) {
      this.name(0x07, name);
      this.bytes(value.bytes);
    } else if (value instanceof Binary) {
      this.name(0x05, name);
      this.int32(value.bytes.length);
      this.byte(value.subtype);
      this.bytes(value.bytes);
    } else if (value instanceof Raw) {
      this.name(value.type, name);
      this.bytes(value.bytes);
    } else throw new CommandError(2, 'A regular expression cannot be stored in the embedded database');
  }
}

const writer = new Writer();

export const encode = (doc: Doc): Buffer => written(doc);

/** A list of documents that are encoded already. */
export const encodeList = (documents: readonly Buffer[]): Raw =>
  new Raw(written(documents.map((bytes, at) => [at, new Raw(bytes)] as const)), 0x04);

function written(entries: Iterable<readonly [string | number, Value]>): Buffer {
  writer.at = 0;
  writer.document(entries);
  const bytes = Buffer.allocUnsafe(writer.at);
  writer.buffer.copy(bytes, 0, 0, writer.at);
  if (writer.buffer.length > 1 << 24) writer.buffer = Buffer.allocUnsafe(65536);
  return bytes;
}
