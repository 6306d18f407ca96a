// Documents of about one kilobyte: a dozen fields as a response has them, and text.
import { serialize } from 'bson';

const words = 'steg vis mot arbete eller studier i egen takt med stöd från samordnaren och nätverket '.repeat(12);
const bytes = 1024;

export interface Kilobyte {
  number: number;
  key: string;
  [field: string]: unknown;
}

export function kilobyte(number: number): Kilobyte {
  const fields = {
    number,
    key: `K${String(number).padStart(9, '0')}`,
    site: `site-${number % 14}`,
    ...{ gender: number % 2 ? 'woman' : 'man', birthYear: 1960 + (number % 45), bornAbroad: number % 3 === 0 },
    ...{ at: new Date(1_700_000_000_000 + number), share: (number % 100) / 7, grounds: ['a', 'b', number % 9] },
    answers: { health: 1 + (number % 5), jobIdea: 1 + (number % 4), feelsBetter: 'yes', hours: number % 40 },
  };
  const left = bytes - 17 - serialize(fields).length - 'text'.length - 7;
  return { ...fields, text: Buffer.from(words).subarray(0, left).toString('latin1').slice(0, left) };
}
