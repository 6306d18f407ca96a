// One scale or single choice as large buttons, one under the other: picture, number or text, and what that answer means.
// Real radio buttons underneath, so that keyboard and screen reader work as anywhere else.
import { Fragment, useId } from 'react';
import { Face } from './Face.tsx';
import './scale.css';

export interface ScaleValue {
  value: string | number;
  /** The number or the choice's own words. */
  text: string;
  explanation?: string;
  /** Id of the element that holds the explanation, where it stands apart from the button. */
  explainedIn?: string;
  /** 'face-1' (worst) to 'face-5' (best), or an emoji. */
  face?: string;
}

interface Props {
  /** The question, for those who hear the page; shown by the page itself. */
  label: string;
  values: ScaleValue[];
  selected: string | number | undefined;
  onSelect: (value: string | number) => void;
  dir?: 'ltr' | 'rtl';
  disabled?: boolean;
  /** Side by side, for a row of a matrix: only the chosen answer has its explanation with it. */
  compact?: boolean;
}

export const ScaleQuestion = ({ label, values, selected, onSelect, dir, disabled = false, compact = false }: Props) => {
  const group = useId();
  return (
    <div role="radiogroup" aria-label={label} dir={dir} className={compact ? 'scale scale-compact' : 'scale'}>
      {values.map(({ value, text, explanation, explainedIn, face }) => (
        <Fragment key={value}>
          <label className={value === selected ? 'scale-value scale-chosen' : 'scale-value'}>
            <input
              type="radio"
              name={group}
              checked={value === selected}
              disabled={disabled}
              aria-describedby={explainedIn}
              onChange={() => onSelect(value)}
            />
            {face && <Face picture={face} size={compact ? 32 : 48} />}
            <span className="scale-words">
              <span className="scale-text">{text}</span>
              {!compact && explanation && <span className="scale-explanation">{explanation}</span>}
            </span>
          </label>
          {/* The radio button is described by the same words: who hears the page need not hear them twice. */}
          {compact && explanation && value === selected && (
            <p className="scale-explanation" aria-hidden="true">
              {explanation}
            </p>
          )}
        </Fragment>
      ))}
    </div>
  );
};
