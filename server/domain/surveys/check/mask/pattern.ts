import { settings } from 'survey-core';
import { placesOf } from '../../fields/mask/pattern.ts';
import { isBlank, type Json } from '../../json.ts';
import type { Complain } from '../problem.ts';

const longest = 100;
const { patternEscapeChar: escapeSign } = settings.maskSettings;

function complaintOf(pattern: unknown): string | undefined {
  if (typeof pattern !== 'string' || isBlank(pattern)) return 'write a pattern, such as "999 99" for five digits';
  if (pattern.length > longest) return `write at most ${longest} characters`;
  // biome-ignore lint/suspicious/noControlCharactersInRegex: a field of one line holds none
  if (/[\u0000-\u001f\u007f]/.test(pattern)) return 'write it on one line, without tabs';
  if (pattern !== pattern.trim()) return 'take away the space at the beginning or end: nobody sees it';
  if (pattern.endsWith(escapeSign) || pattern.includes(escapeSign + escapeSign))
    return `a ${escapeSign} stands before the 9, a or # that it makes an ordinary character; it cannot stand for itself`;
  if (placesOf(pattern).every(({ is }) => is !== 'asked'))
    return 'nothing can be filled in: write 9 for a digit, a for a letter a-z, # for either';
  return undefined;
}

export function checkPattern({ pattern, saveMaskedValue }: Json, complain: Complain): void {
  const complaint = complaintOf(pattern);
  if (complaint) complain('pattern', complaint);
  if (saveMaskedValue !== undefined && typeof saveMaskedValue !== 'boolean')
    complain('saveMaskedValue', 'saveMaskedValue is true or false');
}
