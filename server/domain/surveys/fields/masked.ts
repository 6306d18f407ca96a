/** Answers to a text question with a mask: what survey-core stores of a whole one, and nothing else. */
import type { Answer } from '../../programme/records.ts';
import { isBlank, type Json } from '../json.ts';
import type { FieldRules, Read, Rule } from './field.ts';
import { type Mask, maskOf } from './mask/mask.ts';
import { isMoment, momentExample } from './mask/moment.ts';
import { exampleOf, isFilledIn, meaningOf, storedPlaces, withoutShown } from './mask/pattern.ts';
import { between } from './text.ts';

type Of<Is extends Mask['is']> = Extract<Mask, { is: Is }>;

function readPattern({ pattern, places, isWhole }: Of<'pattern'>): Read {
  const stored = storedPlaces(places, isWhole);
  const shown = !isWhole && stored.length < places.length ? ', without the signs that are only shown' : '';
  const expected = `write it in the form "${pattern}" (${meaningOf(places)})${shown}, for example "${exampleOf(stored)}"`;
  return (raw, at, report) => {
    if (isBlank(raw)) return undefined;
    if (typeof raw === 'string' && isFilledIn(raw, stored)) return raw;
    report.add(at, typeof raw === 'string' ? 'invalid-format' : 'wrong-type', expected);
    return undefined;
  };
}

/** Beyond it neighbouring whole numbers are the same number. */
const largest = Number.MAX_SAFE_INTEGER;

function readNumber({ decimals }: Of<'number'>): Read {
  const expected = decimals === 0 ? 'a whole number' : `a number with at most ${decimals} decimals`;
  return (raw, at, report) => {
    if (isBlank(raw)) return undefined;
    if (typeof raw !== 'number' || !Number.isFinite(raw)) {
      report.add(at, 'wrong-type', `answer with ${expected}, not with text`);
      return undefined;
    }
    const [, fraction = ''] = String(raw).split('.');
    const isExact = Math.abs(raw) <= largest && !String(raw).includes('e') && fraction.length <= decimals;
    if (isExact) return raw;
    report.add(at, 'invalid-format', `answer with ${expected}`);
    return undefined;
  };
}

function readMoment({ kind }: Of<'moment'>): Read {
  return (raw, at, report) => {
    if (isBlank(raw)) return undefined;
    if (typeof raw === 'string' && isMoment(kind, raw)) return raw;
    const words = kind === 'date' || kind === 'month' ? `a ${kind}` : 'a time of day';
    const code = typeof raw === 'string' ? 'invalid-format' : 'wrong-type';
    report.add(at, code, `write ${words} as ${momentExample(kind)}`);
    return undefined;
  };
}

const limitsOf = (mask: Mask): Rule[] => {
  const rule = mask.is === 'pattern' ? undefined : between(mask.min, mask.max);
  return rule ? [rule] : [];
};

/** undefined for a question without a mask. */
export function maskedInput(question: Json): FieldRules | undefined {
  const mask = maskOf(question);
  if (!mask) return undefined;
  const read = mask.is === 'pattern' ? readPattern(mask) : mask.is === 'number' ? readNumber(mask) : readMoment(mask);
  return { read, rules: limitsOf(mask) };
}

/**
 * What conditions read of an answer: survey-core hands them what was filled in, also where the whole is stored, and of no answer then
 * an empty text. undefined: the answer itself.
 */
export function readByConditions(question: Json): ((value: Answer | undefined) => Answer) | undefined {
  const mask = question.type === 'text' ? maskOf(question) : undefined;
  if (mask?.is !== 'pattern' || !mask.isWhole) return undefined;
  return (value) => (typeof value === 'string' ? withoutShown(value, mask.places) : '');
}
