// The form that a text question asks for: what changes with it in the question, and what is wrong with it where it is written.
import { isMasked, isNumberMask, placesIn, settingsOf } from '../../../../components/survey/mask.ts';
import { changeAt, isJson, type Json, objectAt, type Place, textOf } from './tree.ts';

export const maskKinds = ['none', 'pattern', 'numeric', 'currency', 'datetime'] as const;
export type MaskKind = (typeof maskKinds)[number];

/** undefined for one that the designer only keeps. */
export const maskKindOf = (element: Json): MaskKind | undefined =>
  isMasked(element) ? maskKinds.find((each) => each === element.maskType) : 'none';

/** As numbers are written in Swedish. */
const number = { decimalSeparator: ',', thousandsSeparator: ' ', precision: 0, allowNegativeValues: false };
const beginnings: Readonly<Record<Exclude<MaskKind, 'none'>, Json>> = {
  pattern: { pattern: '999 99' },
  numeric: number,
  currency: { ...number, suffix: ' kr' },
  datetime: { pattern: 'yyyy-mm-dd' },
};

const limitsOf = (element: Json): Json => {
  const { min, max } = isNumberMask(element) ? settingsOf(element) : element;
  return { ...(typeof min === 'number' && { min }), ...(typeof max === 'number' && max !== 0 && { max }) };
};
const isNumber = (element: Json) => element.inputType === 'number' || isNumberMask(element);

/** What is the mask's to say, or does not go with one. */
const given = new Set(['maskType', 'maskSettings', 'inputType', 'min', 'max', 'step', 'maxLength']);

const masked = (element: Json, kind: MaskKind): Json => {
  const rest = Object.fromEntries(Object.entries(element).filter(([name]) => !given.has(name)));
  const limits = isNumber(element) ? limitsOf(element) : {};
  if (kind === 'none') return isNumber(element) ? { ...rest, inputType: 'number', ...limits } : rest;
  const isOfNumbers = kind === 'numeric' || kind === 'currency';
  const before = isOfNumbers && isNumberMask(element) ? settingsOf(element) : {};
  const { prefix: _prefix, suffix: _suffix, ...kept } = before;
  const takesMinus = Number(limits.min) < 0 && { allowNegativeValues: true };
  const settings = { ...beginnings[kind], ...kept, ...(isOfNumbers && { ...limits, ...takesMinus }) };
  const telephone = kind === 'pattern' && element.inputType === 'tel' && { inputType: 'tel' };
  return { ...rest, ...telephone, maskType: kind, maskSettings: settings };
};

/** Numbers keep their limits from one mask to the next, and without one they are numbers still. */
export const withMask = (definition: Json, place: Place, kind: MaskKind) => {
  const element = objectAt(definition, place);
  if (!element || maskKindOf(element) === kind) return undefined;
  return { definition: changeAt(definition, place, (each) => (isJson(each) ? masked(each, kind) : each)), place };
};

/** What an inputType stands in the way of: its answers have a form of their own. */
export const takesMask = ({ inputType }: Json, kind: MaskKind): boolean => {
  if (kind === 'none' || inputType === undefined || inputType === 'text') return true;
  if (inputType === 'number') return kind === 'numeric' || kind === 'currency';
  return inputType === 'tel' && kind === 'pattern';
};
/** The other way round. */
export const takesInputType = (element: Json, inputType: string): boolean =>
  maskKindOf(element) === 'none' || inputType === 'text' || (inputType === 'tel' && element.maskType === 'pattern');

export type MaskFault = 'empty' | 'nothing' | 'escape' | 'space' | 'long';
/** As the server judges it, said where it is written. */
export const patternFault = (pattern: unknown): MaskFault | undefined => {
  const text = textOf(pattern);
  if (text.trim() === '') return 'empty';
  if (text.length > 100) return 'long';
  if (text !== text.trim()) return 'space';
  if (text.endsWith('\\') || text.includes('\\\\')) return 'escape';
  return placesIn(text).some(({ is }) => is === 'asked') ? undefined : 'nothing';
};

export type NumberFault = 'order' | 'zero' | 'signs' | 'minus' | 'unit';
/** By the setting that it is said at. */
export const numberFaults = (settings: Json): Partial<Record<string, NumberFault>> => {
  const { min, max, prefix, suffix, decimalSeparator = '.', thousandsSeparator = ',', precision } = settings;
  const [least, most] = [Number(min), Number(max)];
  const isBelow = (limit: number) => limit < 0 && settings.allowNegativeValues === false;
  const unitFault = (unit: unknown): NumberFault | undefined => {
    const text = textOf(unit);
    const isSign = text !== '' && (text.trim() === '' || text === thousandsSeparator);
    const holdsDecimal = precision !== 0 && decimalSeparator !== '' && text.includes(String(decimalSeparator));
    return isSign || /[0-9-]/.test(text) || holdsDecimal ? 'unit' : undefined;
  };
  const faults: Record<string, NumberFault | undefined> = {
    max: max === 0 ? 'zero' : most < least ? 'order' : isBelow(most) ? 'minus' : undefined,
    min: isBelow(least) ? 'minus' : undefined,
    thousandsSeparator: precision !== 0 && decimalSeparator === thousandsSeparator ? 'signs' : undefined,
    prefix: unitFault(prefix),
    suffix: unitFault(suffix),
  };
  return Object.fromEntries(Object.entries(faults).filter(([, fault]) => fault !== undefined));
};
