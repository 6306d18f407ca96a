// The checksum that every stored value carries: CRC-32 of key and value, four bytes at its end.
import { crc32 } from 'node:zlib';
import { damaged } from './damage.ts';

export const SEAL_BYTES = 4;

export function seal(key: Buffer, value: Buffer): Buffer {
  const sealed = Buffer.allocUnsafe(value.length + SEAL_BYTES);
  sealed.set(value);
  sealed.writeUInt32LE(crc32(value, crc32(key)), value.length);
  return sealed;
}

/** `sealed` as it was stored; undefined when key and value are not what was stored together. */
export function findValue(key: Buffer, sealed: Buffer): Buffer | undefined {
  const end = sealed.length - SEAL_BYTES;
  if (end < 0) return undefined;
  const value = sealed.subarray(0, end);
  return crc32(value, crc32(key)) === sealed.readUInt32LE(end) ? value : undefined;
}

/** The value without its seal. Throws error 301 when it is not what was stored. */
export function unseal(key: Buffer, sealed: Buffer, file: string): Buffer {
  const value = findValue(key, sealed);
  if (!value) throw damaged(file, 'a stored value does not match its checksum');
  return value;
}
