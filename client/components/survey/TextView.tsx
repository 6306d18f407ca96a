// A short text. One with a mask says which form it asks for, and brings up the keyboard that it needs.
import { cloneElement } from 'react';
import { SurveyQuestionText } from 'survey-react-ui';
import { directionOf, fill } from '../../text/respond/languages.ts';
import { languageOf } from './languageOf.ts';
import { exampleOf, isMasked, isNumberMask, isolated, keyboardOf, maskIn } from './mask.ts';
import { helpTyping } from './maskTyping.ts';
import { useRespondText } from './useRespondText.ts';

export class TextView extends SurveyQuestionText {
  private stopHelping: (() => void) | undefined;

  private get mask(): ReturnType<typeof maskIn> | undefined {
    const mask = maskIn(this.question);
    return isMasked(mask) ? mask : undefined;
  }

  private get hintId(): string | undefined {
    const { mask, question } = this;
    return mask && !isNumberMask(mask) ? `${question.inputId}-form` : undefined;
  }

  /** The field comes before survey-core's own listeners, and goes with null. */
  override setControl(field: HTMLElement): void {
    super.setControl(field);
    this.stopHelping?.();
    const isField = field?.nodeName === 'INPUT' && this.mask !== undefined;
    this.stopHelping = isField ? helpTyping(field as HTMLInputElement, this.question) : undefined;
  }

  protected override renderInput() {
    const { mask, hintId } = this;
    const input = super.renderInput();
    if (!mask) return input;
    const described = [this.question.a11y_input_ariaDescribedBy, hintId].filter(Boolean).join(' ');
    return cloneElement(input, {
      inputMode: keyboardOf(mask),
      // Written from left to right in every language.
      dir: 'ltr',
      ...{ autoCapitalize: 'off', autoCorrect: 'off', spellCheck: false },
      // survey-core moves numbers to the far side, away from the question.
      style: { ...input.props.style, textAlign: undefined },
      'aria-describedby': described || undefined,
    });
  }

  protected override renderElement() {
    const { mask, hintId, question } = this;
    if (!mask) return super.renderElement();
    const example = exampleOf(mask)?.shown;
    return (
      // By what is around it survey-core finds the field in a document other than its own, too: the designer's phones.
      <div
        className={isNumberMask(mask) ? 'masked-number' : undefined}
        ref={(around) => void (around && this.setContent(around))}
      >
        {super.renderElement()}
        {hintId && example && <Hint id={hintId} example={example} language={languageOf(question)} />}
      </div>
    );
  }
}

/** Numbers have none: an example would lead the answer. */
const Hint = ({ id, example, language }: { id: string; example: string; language: string }) => (
  <p id={id} className="form-hint">
    {fill(useRespondText(language).formExample, { example: isolated(example, directionOf(language)) })}
  </p>
);
