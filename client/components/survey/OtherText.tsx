import { useId } from 'react';
import type { QuestionRadiogroupModel } from 'survey-core';

/** What "other" stands for: asked as soon as it is chosen, and kept beside the answer. */
export const OtherText = ({ question }: { question: QuestionRadiogroupModel }) => {
  const field = useId();
  const most = question.getOthersMaxLength();
  return (
    <div className="other-text">
      <label htmlFor={field}>{question.otherText}</label>
      <textarea
        id={field}
        rows={3}
        className="sd-input sd-comment"
        defaultValue={question.otherValue ?? ''}
        {...(typeof most === 'number' && most > 0 && { maxLength: most })}
        disabled={question.isReadOnly}
        onChange={(event) => {
          question.otherValue = event.currentTarget.value;
        }}
      />
    </div>
  );
};
