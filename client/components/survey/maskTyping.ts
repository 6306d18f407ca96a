// What survey-core's masks lack for phones: words that a keyboard composes, digits of other scripts, either sign for decimals, and an
// answer that is there as soon as it is written, as with other texts: else an error goes away under the finger that leaves the field.
import type { QuestionTextModel } from 'survey-core';
import { isNumberMask } from './mask.ts';

const zeros = [0x0660, 0x06f0];
const asciiDigits = (text: string): string =>
  text.replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) => {
    const code = digit.charCodeAt(0);
    return String(code - (zeros.findLast((zero) => code >= zero) ?? 0));
  });

/** As the mask takes it: a keyboard may have a comma for decimals and the survey a point. */
const asMaskTakes = (typed: string, { maskType, maskSettings }: QuestionTextModel): string => {
  const text = asciiDigits(typed);
  const { decimalSeparator, thousandsSeparator } = maskSettings as unknown as Record<string, string>;
  const isSign = text === '.' || text === ',';
  return isNumberMask({ maskType }) && isSign && text !== thousandsSeparator ? (decimalSeparator ?? text) : text;
};

/** Set before survey-core listens to the field. @returns what ends it */
export const helpTyping = (field: HTMLInputElement, question: QuestionTextModel): (() => void) => {
  const mask = question.maskInstance;
  const write = (change: Parameters<typeof mask.processInput>[0]) => {
    const { value, caretPosition } = mask.processInput(change);
    field.value = value;
    field.setSelectionRange(caretPosition, caretPosition);
    take();
  };
  /** Not while it would be written otherwise than it stands: `12,` on the way to `12,5`. */
  const take = () => {
    const { value } = field;
    const answer: unknown = mask.getUnmaskedValue(value);
    const isUnfinished = isNumberMask(question) && value !== '' && mask.getMaskedValue(answer) !== value;
    if (!isUnfinished && question.inputValue !== value) question.inputValue = value;
  };
  const before = (event: InputEvent) => {
    // A word under way cannot be held back: the mask is laid on it when it is done.
    if (event.isComposing || !event.cancelable) return event.stopImmediatePropagation();
    const { data } = event;
    const taken = data && asMaskTakes(data, question);
    if (!taken || taken === data) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    const [selectionStart, selectionEnd] = [field.selectionStart ?? 0, field.selectionEnd ?? 0];
    write({ prevValue: field.value, selectionStart, selectionEnd, insertedChars: taken, inputDirection: 'forward' });
  };
  /** Of all that came past the mask: words composed, and what a browser fills in by itself. */
  const lay = () =>
    write({ prevValue: '', selectionStart: 0, selectionEnd: 0, insertedChars: asciiDigits(field.value) });
  field.addEventListener('beforeinput', before, { capture: true });
  const came = (event: Event) => {
    if (!(event as InputEvent).isComposing) lay();
  };
  field.addEventListener('compositionend', lay);
  field.addEventListener('input', came);
  // After the mask's own listener, which stands at the field.
  const around = field.parentElement;
  around?.addEventListener('beforeinput', take);
  return () => {
    around?.removeEventListener('beforeinput', take);
    field.removeEventListener('beforeinput', before, { capture: true });
    field.removeEventListener('compositionend', lay);
    field.removeEventListener('input', came);
  };
};
