/** The form that a text question asks for: survey-core's maskType and maskSettings, read once. check/mask.ts has seen to it that they can be kept to. */
import { isJsonObject, type Json } from '../../json.ts';
import { type MomentKind, momentKindOf } from './moment.ts';
import { type Place, placesOf } from './pattern.ts';

export type Mask =
  /** `isWhole`: what is only shown is stored, too. */
  | { is: 'pattern'; pattern: string; places: Place[]; isWhole: boolean }
  | { is: 'number'; decimals: number; min: number | undefined; max: number | undefined; unit: string }
  | { is: 'moment'; kind: MomentKind; min: string | undefined; max: string | undefined };

export const maskTypes = ['pattern', 'numeric', 'currency', 'datetime'] as const;
/** survey-core's own, where none is written. */
export const numberDefaults = { decimalSeparator: '.', thousandsSeparator: ',', precision: 2 } as const;

export const isNumberMask = ({ maskType }: Json): boolean => maskType === 'numeric' || maskType === 'currency';

const number = (value: unknown): number | undefined => (typeof value === 'number' ? value : undefined);
const text = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);

/** survey-core takes no minus where none is allowed, nor where the least is 0 or more. */
function leastOf({ min, allowNegativeValues }: Json): number | undefined {
  const least = number(min);
  return allowNegativeValues === false ? Math.max(0, least ?? 0) : least;
}

/** undefined for a question without a mask. */
export function maskOf(question: Json): Mask | undefined {
  const settings = isJsonObject(question.maskSettings) ? question.maskSettings : {};
  const pattern = text(settings.pattern) ?? '';
  if (isNumberMask(question))
    return {
      is: 'number',
      decimals: number(settings.precision) ?? numberDefaults.precision,
      ...{ min: leastOf(settings), max: number(settings.max) },
      unit: `${text(settings.prefix) ?? ''}${text(settings.suffix) ?? ''}`.trim(),
    };
  if (question.maskType === 'pattern')
    return { is: 'pattern', pattern, places: placesOf(pattern), isWhole: settings.saveMaskedValue === true };
  const kind = question.maskType === 'datetime' ? momentKindOf(pattern) : undefined;
  return kind && { is: 'moment', kind, min: text(settings.min), max: text(settings.max) };
}
