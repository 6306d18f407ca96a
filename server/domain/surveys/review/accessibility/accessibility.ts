/** What would shut somebody out of a survey: rules of WCAG 2.2 that its JSON alone can break. Pictures are looked at where they can be drawn. */
import { type AnyDefinition, halfNames } from '../../definition.ts';
import { isJsonObject, type Json } from '../../json.ts';
import { type AskedElement, type AskedForm, askedForm } from './asked.ts';
import { coloursOf } from './colours.ts';
import type { AccessFinding } from './finding.ts';
import { labelsOf } from './labels.ts';
import { autoAdvanceOf, timeLimitsOf } from './moving.ts';
import { abbreviationsOf, hiddenTitleOf } from './titles.ts';

const rulesOfForm = [timeLimitsOf, autoAdvanceOf];
const rulesOfQuestion = [labelsOf, hiddenTitleOf, coloursOf, abbreviationsOf];

const inForm = (form: AskedForm): AccessFinding[] => [
  ...rulesOfForm.flatMap((rule) => rule(form)),
  ...form.elements.flatMap((asked: AskedElement) => rulesOfQuestion.flatMap((rule) => rule(asked, form.languages))),
];

/** In the order asked; of a card the person's half first. */
export function accessibilityOf(definition: AnyDefinition): AccessFinding[] {
  const whole = definition as unknown as Json;
  if (!isJsonObject(whole.halves)) return inForm(askedForm(whole, ''));
  const { halves } = whole;
  return halfNames.flatMap((half) => {
    const form = halves[half];
    return isJsonObject(form) ? inForm(askedForm(form, `halves.${half}`)) : [];
  });
}
