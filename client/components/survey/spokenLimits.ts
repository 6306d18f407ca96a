// Limits of a mask become the question's own: survey-core's mask takes keys that lead out of them away without a word, and keeps a
// number that began within reach of them though it never got there. As the question's own they are said when they are broken.
import { isMasked, settingsOf } from './mask.ts';

type Json = Record<string, unknown>;
const isJson = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);
const held = ['pages', 'elements', 'questions', 'templateElements'] as const;

const ofQuestion = (question: Json): Json => {
  const { min, max, ...settings } = settingsOf(question);
  if (!isMasked(question) || (min === undefined && max === undefined)) return question;
  const isPositive = typeof min === 'number' && min >= 0;
  return {
    ...question,
    ...(min !== undefined && { min }),
    ...(max !== undefined && { max }),
    maskSettings: { ...settings, ...(isPositive && { allowNegativeValues: false }) },
  };
};

/** The form, or a part of it, with each limit where it is said. */
export const withSpokenLimits = (part: Json): Json => {
  const inside = held.flatMap((name) => {
    const list = part[name];
    return Array.isArray(list) ? [[name, list.map((each) => (isJson(each) ? withSpokenLimits(each) : each))]] : [];
  });
  return ofQuestion({ ...part, ...Object.fromEntries(inside) });
};
