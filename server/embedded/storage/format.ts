// Which layout the data file has: said by its very first entry, so that a program never misreads another one's file.
import { damaged } from './damage.ts';
import { findValue, seal } from './seal.ts';

/** 1: every value sealed. Before that, files said nothing. */
const FORMAT = 1;
/** Sorts before all else. */
export const FORMAT_KEY = Buffer.alloc(5);
const FORMAT_VALUE = Buffer.from([FORMAT]);

/** @throws one line when the file's first entry says that it is of another format, or says nothing. */
export function checkFormat(file: string, key: Buffer, sealed: Buffer): void {
  if (!key.equals(FORMAT_KEY)) {
    if (findValue(key, sealed)) throw damaged(file, 'it does not say which format it has');
    throw new Error(
      `${file} has an earlier format: back it up with the program that wrote it, move it away, and restore the backup here`,
    );
  }
  const format = findValue(key, sealed)?.[0];
  if (format === undefined) throw damaged(file, 'it does not say which format it has');
  if (format !== FORMAT)
    throw new Error(
      `${file} has format ${format}, and this program reads format ${FORMAT}: open it with the program that wrote it`,
    );
}

export const sealedFormat = (): Buffer => seal(FORMAT_KEY, FORMAT_VALUE);
