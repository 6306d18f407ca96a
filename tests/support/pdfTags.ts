// Reads a tagged PDF's structure back from its bytes, as pdfkit writes them, without any PDF library.
import { inflateSync } from 'node:zlib';

export interface Tag {
  name: string;
  alt?: string;
  lang?: string;
  scope?: string;
  /** How many pieces of pages belong to it. */
  pieces: number;
  children: Tag[];
}
export interface ReadPdf {
  /** The document's own. */
  language: string | undefined;
  /** What stands outside streams. */
  text: string;
  root: Tag;
  /** Drawing instructions, page by page. */
  pages: string[];
}

export function readPdf(bytes: Buffer): ReadPdf {
  const text = bytes.toString('latin1');
  const objects = new Map([...text.matchAll(/\n(\d+) 0 obj\n([\s\S]*?)\nendobj/g)].map(([, id, body]) => [id!, body!]));
  const root = [...objects].find(([, body]) => body.includes('/Type /StructTreeRoot'))![1];
  const catalogue = [...objects.values()].find((body) => body.includes('/Type /Catalog'))!;
  const language = /\/Lang \((\w+)\)/.exec(catalogue)?.[1];
  const streams = [...text.matchAll(/\/Contents (\d+) 0 R/g)].map(([, id]) => objects.get(id!)!);
  return { language, text, root: readTag(objects, kidsOf(root)[0]!), pages: streams.map(inflated) };
}

/** All in reading order, the tag itself first. */
export const allTags = (tag: Tag): Tag[] => [tag, ...tag.children.flatMap(allTags)];

function readTag(objects: ReadonlyMap<string, string>, id: string): Tag {
  const body = objects.get(id)!;
  const value = (pattern: RegExp) => pattern.exec(body)?.[1];
  const alt = value(/\/Alt \(((?:[^\\)]|\\[\s\S])*)\)/);
  return {
    name: value(/\/S \/(\w+)/)!,
    ...(alt !== undefined && { alt: decoded(alt) }),
    ...(body.includes('/Lang') && { lang: value(/\/Lang \((\w+)\)/)! }),
    ...(body.includes('/Scope') && { scope: value(/\/Scope \/(\w+)/)! }),
    pieces: piecesOf(body),
    children: kidsOf(body).map((each) => readTag(objects, each)),
  };
}

/** Of marked content: on the tag's own page a bare number, on another one a dictionary. */
function piecesOf(body: string): number {
  const kids = /\/K \[([\s\S]*)\]\n/.exec(`${body.replace(/\/A <<[\s\S]*?>>/, '')}\n`)?.[1] ?? '';
  const elsewhere = [...kids.matchAll(/\/MCID/g)].length;
  const rest = kids.replace(/<<[\s\S]*?>>/g, '').replace(/\d+ 0 R/g, '');
  return elsewhere + [...rest.matchAll(/\d+/g)].length;
}

const kidsOf = (body: string): string[] => {
  const kids = /\/K \[([\s\S]*?)\]/.exec(body)?.[1] ?? '';
  return [...kids.replace(/<<[\s\S]*?>>/g, '').matchAll(/(\d+) 0 R/g)].map(([, id]) => id!);
};

/** PDF writes what is not ASCII as UTF-16 with its mark. */
function decoded(text: string): string {
  const plain = text.replace(
    /\\([nrtbf\\()])/g,
    (_, each: string) => ({ n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' })[each] ?? each,
  );
  const bytes = Buffer.from(plain, 'latin1');
  return bytes[0] === 0xfe && bytes[1] === 0xff ? bytes.subarray(2).swap16().toString('utf16le') : plain;
}

function inflated(body: string): string {
  const start = body.indexOf('stream\n') + 'stream\n'.length;
  return inflateSync(Buffer.from(body.slice(start, body.lastIndexOf('\nendstream')), 'latin1')).toString('latin1');
}
