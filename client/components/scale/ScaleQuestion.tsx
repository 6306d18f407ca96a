// One scale or single choice as large buttons, one under the other: picture, number or text, and what that answer means.
// Real radio buttons underneath, so that keyboard and screen reader work as anywhere else.
import { useId } from 'react';
import { Face } from './Face.tsx';
import './scale.css';

export interface ScaleValue {
  value: string | number;
  /** The number or the choice's own words. */
  text: string;
  explanation?: string;
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
  /** Side by side, for a row of a matrix. */
  compact?: boolean;
  describedBy?: string;
}

export const ScaleQuestion = ({
  label,
  values,
  selected,
  onSelect,
  dir,
  disabled = false,
  compact = false,
  describedBy,
}: Props) => {
  const group = useId();
  return (
    <div
      role="radiogroup"
      aria-label={label}
      aria-describedby={describedBy}
      dir={dir}
      className={compact ? 'scale scale-compact' : 'scale'}
    >
      {values.map(({ value, text, explanation, face }) => (
        <label key={value} className={value === selected ? 'scale-value scale-chosen' : 'scale-value'}>
          <input
            type="radio"
            name={group}
            checked={value === selected}
            disabled={disabled}
            onChange={() => onSelect(value)}
          />
          {face && <Face picture={face} />}
          <span className="scale-words">
            <span className="scale-text">{text}</span>
            {explanation && <span className="scale-explanation">{explanation}</span>}
          </span>
        </label>
      ))}
    </div>
  );
};
