/** Random masks as a survey writes them, and what somebody may type into such a field. */
import fc from 'fast-check';

export interface RandomMask {
  maskType: string;
  maskSettings: Record<string, unknown>;
}

const part = fc.constantFrom(
  '9',
  '99',
  '999',
  'a',
  '#',
  ' ',
  '-',
  '+46 ',
  '(',
  ')',
  '.',
  'kr',
  '\\9',
  '\\a',
  '\\-',
  '5',
  'Å',
);
export const patternMask: fc.Arbitrary<RandomMask> = fc
  .record({ parts: fc.array(part, { minLength: 1, maxLength: 6 }), saveMaskedValue: fc.boolean() })
  .map(({ parts, saveMaskedValue }) => ({ pattern: parts.join('').trim(), saveMaskedValue }))
  .filter(({ pattern }) => /(^|[^\\])[9a#]/.test(pattern))
  .map(({ pattern, saveMaskedValue }) => ({
    maskType: 'pattern',
    maskSettings: { pattern, ...(saveMaskedValue && { saveMaskedValue }) },
  }));

const limits = fc.constantFrom(
  {},
  { min: 0 },
  { min: 10, max: 500 },
  { min: -20.5, max: 20 },
  { max: 1000 },
  { min: 3 },
);
const signs = fc.constantFrom({}, { decimalSeparator: ',', thousandsSeparator: ' ' }, { thousandsSeparator: '' });
const numbers = fc
  .record({ limits, signs, precision: fc.constantFrom(undefined, 0, 1, 3, 6), isPositive: fc.boolean() })
  .map(({ limits: own, signs: written, precision, isPositive }) => ({
    ...own,
    ...written,
    ...(precision !== undefined && { precision }),
    ...(isPositive && !('min' in own && Number(own.min) < 0) && { allowNegativeValues: false }),
  }));
const units = fc.constantFrom({}, { suffix: ' kr' }, { prefix: '€ ' }, { prefix: '$', suffix: ' USD' });
export const numberMask: fc.Arbitrary<RandomMask> = fc.oneof(
  numbers.map((maskSettings) => ({ maskType: 'numeric', maskSettings })),
  fc.tuple(numbers, units).map(([number, unit]) => ({ maskType: 'currency', maskSettings: { ...number, ...unit } })),
);

export const momentMask: fc.Arbitrary<RandomMask> = fc
  .constantFrom('yyyy-mm-dd', 'dd/mm/yyyy', 'mm.dd.yyyy', 'mm/yyyy', 'yyyy mm', 'HH:MM', 'HH.MM', 'HH:MM:ss')
  .map((pattern) => ({ maskType: 'datetime', maskSettings: { pattern } }));

/** Fills the pattern in, in part or with a slip. */
const typedInto = (pattern: string): fc.Arbitrary<string> =>
  fc
    .record({
      chars: fc.array(fc.constantFrom('1', '2', '9', '0', 'b', 'Z', 'é', '_', ' ', '-'), {
        minLength: 20,
        maxLength: 20,
      }),
      isCareful: fc.boolean(),
      left: fc.constantFrom(0, 0, 0, 1, 2),
    })
    .map(({ chars, isCareful, left }) => {
      const fitting: Record<string, string> = { '9': '3', a: 'q', '#': '7' };
      const text = pattern
        .replace(/\\(.)/g, '$1')
        .split('')
        .map((char, at) => (char in fitting ? (isCareful ? fitting[char] : chars[at % chars.length]) : char))
        .join('');
      return text.slice(0, text.length - left);
    });
const number = fc.oneof(
  fc.integer({ min: -2000, max: 2_000_000 }).map(String),
  fc.double({ min: -600, max: 600, noNaN: true }).map((each) => each.toFixed(4)),
  fc.constantFrom('', '-', '0', '-0', '.5', '12,5', '12.50', '1,234', '1 234,5', 'abc', '00012', '10', '500', '20.5'),
);
const two = (most: number) => fc.integer({ min: 0, max: most }).map((each) => String(each).padStart(2, '0'));
const moment = (pattern: string): fc.Arbitrary<string> =>
  fc
    .record({
      yyyy: fc.integer({ min: 1850, max: 2150 }).map(String),
      mm: two(13),
      dd: two(32),
      HH: two(25),
      MM: two(61),
      ss: two(61),
    })
    .chain((parts) =>
      fc.constantFrom(0, 0, 0, 0, 1, 3).map((left) => {
        const text = pattern.replace(/yyyy|mm|dd|HH|MM|ss/g, (each) => parts[each as keyof typeof parts]);
        return text.slice(0, text.length - left);
      }),
    );

export const typed = ({ maskType, maskSettings }: RandomMask): fc.Arbitrary<string> => {
  if (maskType === 'pattern') return typedInto(String(maskSettings.pattern));
  return maskType === 'datetime' ? moment(String(maskSettings.pattern)) : number;
};
