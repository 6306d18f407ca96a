// What each answer of a matrix means, once above its rows: on every button of every row the same words would stand ten times over.
import { Face } from './Face.tsx';
import type { ScaleValue } from './ScaleQuestion.tsx';

export const Meanings = ({ values }: { values: ScaleValue[] }) => {
  const explained = values.filter(({ explanation }) => explanation);
  if (explained.length === 0) return null;
  return (
    <dl className="scale-meanings">
      {explained.map(({ value, text, explanation, explainedIn, face }) => (
        <div key={value}>
          <dt className="scale-text">
            {face && <Face picture={face} size={32} />}
            <span>{text}</span>
          </dt>
          <dd id={explainedIn} className="scale-explanation">
            {explanation}
          </dd>
        </div>
      ))}
    </dl>
  );
};
