// Cases compressed by bytecode: eight codes, then what those of them that say so stand for (PSPP developer's guide, "Data Record").
const [padding, end, raw, spaces, systemMissing] = [0, 252, 253, 254, 255];
const bias = 100;
const blank = Buffer.alloc(8, ' ').readBigInt64LE();

export interface Compressor {
  /** undefined: system-missing. */
  number(value: number | undefined): void;
  /** Whole eights. */
  text(bytes: Buffer): void;
  /** What has been completed since the last call. */
  take(): Buffer;
  finish(): Buffer;
}

export function compressor(): Compressor {
  let bytes = Buffer.allocUnsafe(1 << 16);
  let length = 0;
  const group = { codes: Buffer.alloc(8), count: 0, data: Buffer.alloc(64), used: 0 };

  const write = (part: Uint8Array) => {
    if (length + part.length > bytes.length) bytes = Buffer.concat([bytes.subarray(0, length)], 2 * bytes.length);
    bytes.set(part, length);
    length += part.length;
  };
  const flush = () => {
    write(group.codes);
    write(group.data.subarray(0, group.used));
    group.codes.fill(padding);
    group.count = 0;
    group.used = 0;
  };
  const add = (code: number) => {
    group.codes[group.count++] = code;
    if (group.count === 8) flush();
  };
  return {
    number(value) {
      if (value === undefined) return add(systemMissing);
      if (Number.isInteger(value) && value >= 1 - bias && value <= 251 - bias) return add(value + bias);
      group.used = group.data.writeDoubleLE(value, group.used);
      add(raw);
    },
    text(part) {
      for (let at = 0; at < part.length; at += 8) {
        const isBlank = part.readBigInt64LE(at) === blank;
        if (!isBlank) group.used += part.copy(group.data, group.used, at, at + 8);
        add(isBlank ? spaces : raw);
      }
    },
    take() {
      const done = Buffer.from(bytes.subarray(0, length));
      length = 0;
      return done;
    },
    finish() {
      add(end);
      if (group.count > 0) flush();
      return this.take();
    },
  };
}
