// The parts of a zip file (PKWARE APPNOTE 6.3.3): stored or deflated, whole in memory, never more than is allowed.
import { inflateRawSync } from 'node:zlib';
import { refuse } from '../refusal.ts';

const mostEntries = 2000;
/** Bytes of one part once unpacked, and of all that are read: a file of 5 MB could hold 5 GB of zeros. */
const mostOfPart = 20_000_000;
const mostOfAll = 40_000_000;

interface Entry {
  method: number;
  isEncrypted: boolean;
  packed: number;
  offset: number;
}
/** The text of a part; undefined when there is none of that name. @throws Problem when it is too large or damaged */
export type ReadPart = (name: string) => string | undefined;

/** @throws Problem `not-valid` for what is no zip file */
export function unzip(file: Buffer): ReadPart {
  const entries = readDirectory(file);
  let left = mostOfAll;
  return (name) => {
    const entry = entries.get(name);
    if (!entry) return undefined;
    if (entry.isEncrypted) refuse('encrypted', 'the file is protected by a password: save it without one');
    const content = unpack(file, entry, name, Math.min(left, mostOfPart));
    left -= content.length;
    return decoded(content);
  };
}

function readDirectory(file: Buffer): Map<string, Entry> {
  const end = file.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'));
  if (file.subarray(0, 4).toString('latin1') === '\xD0\xCF\x11\xE0')
    refuse('not-xlsx', 'the file is of the old kind .xls, or protected by a password: save it as .xlsx without one');
  if (end < 0 || end + 22 > file.length) refuse('not-xlsx', 'the file is no .xlsx workbook: save it as Excel workbook');
  const count = file.readUInt16LE(end + 10);
  if (count > mostEntries) refuse('too-large', `the file has more than ${mostEntries} parts`);
  const entries = new Map<string, Entry>();
  let at = file.readUInt32LE(end + 16);
  for (let each = 0; each < count; each++) {
    if (at + 46 > file.length || file.readUInt32LE(at) !== 0x02014b50) damaged();
    const lengths = [28, 30, 32].map((offset) => file.readUInt16LE(at + offset));
    const [name = 0, extra = 0, comment = 0] = lengths;
    entries.set(file.subarray(at + 46, at + 46 + name).toString(), {
      isEncrypted: (file.readUInt16LE(at + 8) & 1) === 1,
      method: file.readUInt16LE(at + 10),
      packed: file.readUInt32LE(at + 20),
      offset: file.readUInt32LE(at + 42),
    });
    at += 46 + name + extra + comment;
  }
  return entries;
}

function unpack(file: Buffer, { method, packed, offset }: Entry, name: string, most: number): Buffer {
  if (offset + 30 > file.length || file.readUInt32LE(offset) !== 0x04034b50) damaged();
  const start = offset + 30 + file.readUInt16LE(offset + 26) + file.readUInt16LE(offset + 28);
  const content = file.subarray(start, start + packed);
  if (content.length < packed || (method !== 0 && method !== 8)) damaged();
  try {
    const unpacked = method === 0 ? content : inflateRawSync(content, { maxOutputLength: Math.max(most, 1) });
    if (unpacked.length <= most) return unpacked;
  } catch (error) {
    if (!(error instanceof RangeError)) damaged();
  }
  return refuse('too-large', `"${name}" in the file is too large unpacked: leave out what does not belong to the form`);
}

function damaged(): never {
  return refuse('not-xlsx', 'the file is damaged: save it once more as .xlsx');
}

function decoded(content: Buffer): string {
  const isWide = content[0] === 0xff && content[1] === 0xfe;
  return new TextDecoder(isWide ? 'utf-16le' : 'utf-8').decode(content);
}
