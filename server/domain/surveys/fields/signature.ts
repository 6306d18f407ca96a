/** signaturepad: one PNG, drawn or written in the browser. Stored apart from the answers, which say only that it is there. */
import { isBlank } from '../json.ts';
import type { FieldRules, Read } from './field.ts';

/** Of the text, base64 and all: some 48 kB of picture. */
export const longestSignature = 65_536;
const widest = 2000;
const start = 'data:image/png;base64,';
const magic = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

const read: Read = (raw, at, report) => {
  if (isBlank(raw)) return undefined;
  const fail = (code: 'wrong-type' | 'too-long' | 'invalid-format', detail: string) =>
    void report.add(at, code, detail);
  if (typeof raw !== 'string') return fail('wrong-type', 'sign with a picture as data:image/png;base64,...');
  if (raw.length > longestSignature)
    return fail('too-long', `send a picture of at most ${longestSignature} characters`);
  if (!isPng(raw))
    return fail('invalid-format', `send a PNG of at most ${widest} by ${widest} as data:image/png;base64,...`);
  return raw;
};

/** Its first bytes and its size, as PNG (ISO 15948) has them: signature, length 13, "IHDR", width, height. */
function isPng(text: string): boolean {
  if (!text.startsWith(start) || !/^[A-Za-z0-9+/]+={0,2}$/.test(text.slice(start.length))) return false;
  const bytes = Uint8Array.from(atob(padded(text.slice(start.length, start.length + 64))), (each) =>
    each.charCodeAt(0),
  );
  if (bytes.length < 33 || magic.some((byte, at) => bytes[at] !== byte)) return false;
  const view = new DataView(bytes.buffer);
  const isHeader = view.getUint32(8) === 13 && view.getUint32(12) === 0x49484452;
  return isHeader && [view.getUint32(16), view.getUint32(20)].every((side) => side > 0 && side <= widest);
}

const padded = (base64: string) => base64.slice(0, base64.length - (base64.length % 4));

export const signature = (): FieldRules => ({ read, rules: [] });
