/** What the page does by itself. */
import type { AskedForm } from './asked.ts';
import { type AccessFinding, found } from './finding.ts';

const limits = (place: { json: AskedForm['json']; path: string }, names: readonly string[]): AccessFinding[] =>
  names.flatMap((name) => {
    const seconds = Number(place.json[name] ?? 0);
    return seconds > 0 ? [found('timeLimit', { ...place, json: {} }, { seconds })] : [];
  });

/** WCAG 2.2, 2.2.1 Timing Adjustable: a limit that whoever answers cannot turn off or lengthen. */
export const timeLimitsOf = (form: AskedForm): AccessFinding[] => [
  ...limits(form, ['timeLimit', 'timeLimitPerPage']),
  ...form.pages.flatMap((page) => limits(page, ['timeLimit'])),
];

/**
 * WCAG 2.2, 3.2.2 On Input: the page turns as soon as the last answer is chosen; with the arrow keys the first one chosen counts.
 * (To begin with the keyboard in the first question is for the product to decide, and it does not.)
 */
export function autoAdvanceOf(form: AskedForm): AccessFinding[] {
  const setting = form.json.autoAdvanceEnabled;
  const isOn = setting !== undefined && setting !== false && setting !== 'false';
  return isOn ? [found('autoAdvance', { path: form.path, json: {} })] : [];
}
