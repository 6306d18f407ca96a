// As much of XML as a workbook is written in: elements, attributes, text. Namespaces' prefixes are left out.
import { refuse } from '../refusal.ts';

export type XmlEvent =
  | { kind: 'open'; name: string; attributes: Readonly<Record<string, string>> }
  | { kind: 'close'; name: string }
  | { kind: 'text'; text: string };

const named: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

/** An element without content is opened and closed. @throws Problem for a document type or what does not end */
export function* xmlEvents(xml: string): Generator<XmlEvent> {
  let at = 0;
  while (at < xml.length) {
    const open = xml.indexOf('<', at);
    if (open < 0) return;
    if (open > at) yield { kind: 'text', text: unescaped(xml.slice(at, open)) };
    if (xml.startsWith('<!--', open)) at = after(xml, '-->', open);
    else if (xml.startsWith('<?', open)) at = after(xml, '?>', open);
    else if (xml.startsWith('<![CDATA[', open)) {
      at = after(xml, ']]>', open);
      yield { kind: 'text', text: xml.slice(open + 9, at - 3) };
    } else if (xml.startsWith('<!', open)) broken();
    else {
      at = endOfTag(xml, open);
      yield* tag(xml.slice(open + 1, at - 1));
    }
  }
}

function* tag(source: string): Generator<XmlEvent> {
  if (source.startsWith('/')) {
    yield { kind: 'close', name: local(source.slice(1).trim()) };
    return;
  }
  const isEmpty = source.endsWith('/');
  const name = local(/^[^\s/]+/.exec(source)?.[0] ?? '');
  yield { kind: 'open', name, attributes: attributesIn(source) };
  if (isEmpty) yield { kind: 'close', name };
}

function attributesIn(source: string): Record<string, string> {
  const attributes: Record<string, string> = {};
  for (const [, name = '', double, single] of source.matchAll(/\s([^\s=/"']+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g))
    attributes[local(name)] = unescaped(double ?? single ?? '');
  return attributes;
}

const local = (name: string) => name.slice(name.indexOf(':') + 1);

function endOfTag(xml: string, open: number): number {
  let quote = '';
  for (let at = open; at < xml.length; at++) {
    const char = xml.charAt(at);
    if (quote !== '') quote = char === quote ? '' : quote;
    else if (char === '"' || char === "'") quote = char;
    else if (char === '>') return at + 1;
  }
  return broken();
}

function after(xml: string, end: string, start: number): number {
  const at = xml.indexOf(end, start);
  return at < 0 ? broken() : at + end.length;
}

function broken(): never {
  return refuse('not-xlsx', 'the file is damaged: open it in a spreadsheet program and save it once more as .xlsx');
}

function unescaped(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|([a-z]+));/gi, (whole, hex, decimal, name) => {
    if (name !== undefined) return named[name] ?? whole;
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}
