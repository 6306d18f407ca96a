// Everything in a system file before its cases, after "System File Format" of the PSPP developer's guide
// (https://www.gnu.org/software/pspp/pspp-dev/html_node/System-File-Format.html).

import { type SavColumn, textMissing } from './columns.ts';
import { cutBytes } from './names.ts';
import { extension, fixedText, float64, int32, systemMissing } from './records.ts';
import { isVeryLong, segmentWidths } from './segments.ts';

/** One variable record and its continuations: a column, or a segment of a very long text. */
interface Element {
  column: SavColumn;
  shortName: string;
  width: number | undefined;
  isFirst: boolean;
}

/** @param weight of `created`: a moment in UTC */
export function dictionary(columns: readonly SavColumn[], title: string, created: Date): Buffer {
  const elements = columns.flatMap(elementsOf);
  return Buffer.concat([
    header(elements, title, created),
    ...elements.map(variableRecord),
    ...elements.flatMap((element, at) => valueLabels(element, positionOf(elements, at))),
    // version 1.0.0, no machine; IEEE 754, compressed by bytecode, little-endian, UTF-8
    extension(3, 4, int32(1, 0, 0, -1, 1, 1, 2, 65001)),
    extension(4, 8, Buffer.concat([float64(systemMissing, Number.MAX_VALUE), Buffer.from('feffffffffffefff', 'hex')])),
    extension(11, 4, int32(...elements.flatMap(display))),
    extension(
      13,
      1,
      Buffer.from(
        firsts(elements)
          .map((each) => `${each.shortName}=${each.column.name}`)
          .join('\t'),
      ),
    ),
    ...veryLong(elements),
    extension(20, 1, Buffer.from('UTF-8')),
    ...textMissings(elements),
    int32(999, 0),
  ]);
}

/** Short names never meet: V and the column's number, and the segment's after it. */
function elementsOf(column: SavColumn, at: number): Element[] {
  const name = (segment: number) => `V${(at + 1).toString(36)}${segment === 0 ? '' : `_${segment.toString(36)}`}`;
  if (column.width === undefined)
    return [{ column, shortName: name(0).toUpperCase(), width: undefined, isFirst: true }];
  return segmentWidths(column.width).map((width, segment) => ({
    ...{ column, shortName: name(segment).toUpperCase(), width, isFirst: segment === 0 },
  }));
}

const firsts = (elements: readonly Element[]) => elements.filter((each) => each.isFirst);
const eights = ({ width }: Element) => (width === undefined ? 1 : Math.ceil(width / 8));
/** 1-based, continuations counted. */
const positionOf = (elements: readonly Element[], at: number) =>
  elements.slice(0, at).reduce((sum, each) => sum + eights(each), 1);

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const two = (value: number) => String(value).padStart(2, '0');

function header(elements: readonly Element[], title: string, created: Date): Buffer {
  const size = elements.reduce((sum, each) => sum + eights(each), 0);
  const day = `${two(created.getUTCDate())} ${months[created.getUTCMonth()]} ${two(created.getUTCFullYear() % 100)}`;
  const time = created.toISOString().slice(11, 19);
  return Buffer.concat([
    Buffer.from('$FL2'),
    fixedText('@(#) SPSS DATA FILE Stegvis', 60),
    // layout, eights a case, compressed by bytecode, no weight, number of cases not known since they are streamed
    int32(2, size, 1, 0, -1),
    // what is subtracted from a bytecode
    float64(100),
    ...[fixedText(day, 9), fixedText(time, 8), fixedText(cutBytes(title, 64), 64), Buffer.alloc(3)],
  ]);
}

const formatTypes = { text: 1, number: 5, decimal: 5, day: 39 } as const;

function printFormat({ column, width }: Element): number {
  const shape = { text: [width ?? 0, 0], number: [8, 0], decimal: [10, 2], day: [10, 0] }[column.format];
  return (formatTypes[column.format] << 16) | ((shape[0] ?? 0) << 8) | (shape[1] ?? 0);
}

function variableRecord(element: Element): Buffer {
  const { column, shortName, width, isFirst } = element;
  const label = Buffer.from(isFirst ? cutBytes(column.label, 255) : '');
  const format = printFormat(element);
  const hasLabel = label.length > 0;
  const continuation = Buffer.concat([int32(2, -1, 0, 0, 0, 0), fixedText('', 8)]);
  return Buffer.concat([
    int32(2, width ?? 0, Number(hasLabel), column.missing.length, format, format),
    fixedText(shortName, 8),
    ...(hasLabel ? [int32(label.length), label, Buffer.alloc(-label.length & 3)] : []),
    float64(...column.missing),
    ...Array.from({ length: eights(element) - 1 }, () => continuation),
  ]);
}

/** Records 3 and 4. A label has at most 120 bytes in SPSS. */
function valueLabels({ column }: Element, position: number): Buffer[] {
  if (column.values.length === 0) return [];
  const labels = column.values.map(({ number, label }) => {
    const bytes = Buffer.from(cutBytes(label, 120));
    const padding = Buffer.alloc(-(bytes.length + 1) & 7);
    return Buffer.concat([float64(number), Buffer.from([bytes.length]), bytes, padding]);
  });
  return [int32(3, labels.length), ...labels, int32(4, 1, position)];
}

const levels = { nominal: 1, ordinal: 2, scale: 3 } as const;
/** Measure, width on the screen, alignment (0 left, 1 right). */
const display = ({ column, width }: Element) => [
  levels[column.level],
  width === undefined ? 8 : Math.min(32, width),
  width === undefined ? 1 : 0,
];

function veryLong(elements: readonly Element[]): Buffer[] {
  const long = firsts(elements).filter(({ column }) => column.width !== undefined && isVeryLong(column.width));
  const text = long.map(({ shortName, column }) => `${shortName}=${String(column.width).padStart(5, '0')}\0\t`);
  return long.length > 0 ? [extension(14, 1, Buffer.from(text.join('')))] : [];
}

/** Record 22: texts of more than eight bytes keep their missing values apart. */
function textMissings(elements: readonly Element[]): Buffer[] {
  const texts = firsts(elements).filter((each) => each.column.width !== undefined);
  const each = ({ column }: Element) => {
    const name = Buffer.from(column.name);
    return Buffer.concat([int32(name.length), name, Buffer.from([1]), int32(8), Buffer.from(textMissing)]);
  };
  return texts.length > 0 ? [extension(22, 1, Buffer.concat(texts.map(each)))] : [];
}
