// Reads a system file back, by the format's description and not by the writer's code: dictionary and cases.
export interface Read {
  header: { product: string; eights: number; compression: number; cases: number; label: string };
  variables: { short: string; width: number; label: string; missing: number[] }[];
  valueLabels: Map<string, [number, string][]>;
  extensions: Map<number, Buffer>;
  /** Eights of each case: a number, or eight bytes; undefined is system-missing. */
  cases: (Buffer | undefined)[][];
}

const pad = (length: number, to: number) => Math.ceil(length / to) * to;

export function readSav(bytes: Buffer): Read {
  let at = 0;
  const take = (length: number) => {
    at += length;
    return bytes.subarray(at - length, at);
  };
  const int = () => take(4).readInt32LE();
  const float = () => take(8).readDoubleLE();
  const text = (length: number) => take(length).toString('utf8').trimEnd();
  if (text(4) !== '$FL2') throw new Error('no system file');
  const product = text(60);
  const [layout, eights, compression, , cases, bias] = [int(), int(), int(), int(), int(), float()];
  if (layout !== 2 || bias !== 100) throw new Error(`layout ${layout}, bias ${bias}`);
  take(17);
  const label = text(64);
  take(3);
  const variables: Read['variables'] = [];
  const places: number[] = [];
  const valueLabels: Read['valueLabels'] = new Map();
  const extensions: Read['extensions'] = new Map();
  for (let type = int(); type !== 999; type = int()) {
    if (type === 2) {
      const [width, hasLabel, count] = [int(), int(), int()];
      take(8);
      const short = text(8);
      const length = hasLabel ? int() : 0;
      const name = take(pad(length, 4)).subarray(0, length).toString('utf8');
      const missing = Array.from({ length: count }, float);
      if (width >= 0) variables.push({ short, width, label: name, missing });
      places.push(width >= 0 ? variables.length - 1 : -1);
    } else if (type === 3) {
      const labels = Array.from({ length: int() }, (): [number, string] => {
        const value = float();
        const length = take(1).readUInt8();
        return [
          value,
          take(pad(length + 1, 8) - 1)
            .subarray(0, length)
            .toString('utf8'),
        ];
      });
      if (int() !== 4) throw new Error('labels without variables');
      for (let count = int(); count > 0; count--) valueLabels.set(variables[places[int() - 1]!]!.short, labels);
    } else if (type === 7) {
      const [subtype, size, count] = [int(), int(), int()];
      extensions.set(subtype, take(size * count));
    } else throw new Error(`record ${type} at ${at}`);
  }
  int();
  return {
    header: { product, eights, compression, cases, label },
    variables,
    valueLabels,
    extensions,
    cases: readCases(bytes.subarray(at), eights),
  };
}

function readCases(data: Buffer, eights: number): (Buffer | undefined)[][] {
  const values: (Buffer | undefined)[] = [];
  const number = (value: number) => {
    const bytes = Buffer.alloc(8);
    bytes.writeDoubleLE(value);
    return bytes;
  };
  for (let at = 0; at < data.length; ) {
    const codes = data.subarray(at, at + 8);
    at += 8;
    for (const code of codes) {
      if (code === 0) continue;
      if (code === 252) return chunks(values, eights);
      if (code === 253) {
        values.push(data.subarray(at, at + 8));
        at += 8;
      } else if (code === 254) values.push(Buffer.alloc(8, ' '));
      else values.push(code === 255 ? undefined : number(code - 100));
    }
  }
  throw new Error('the file has no end');
}

const chunks = <Value>(values: Value[], size: number) =>
  Array.from({ length: values.length / size }, (_, at) => values.slice(at * size, (at + 1) * size));
