// A signature of consent: drawn with finger or mouse, or typed by whoever cannot draw. Either way it becomes one picture.
import { type PointerEvent, useEffect, useId, useRef, useState } from 'react';
import type { Question } from 'survey-core';
import { drawLine, height, type Point, width, wipe, writeName } from './signaturePicture.ts';
import { useRespondText } from './useRespondText.ts';

/** Longer ones would be too small to read in the picture. */
const longestName = 60;

interface Props {
  question: Question;
  /** The picture as the survey has it: it may be taken away from outside. */
  value: unknown;
  language: string;
}

export const SignatureField = ({ question, value, language }: Props) => {
  const text = useRespondText(language);
  const canvas = useRef<HTMLCanvasElement>(null);
  const last = useRef<Point>(undefined);
  const [name, setName] = useState('');
  const [isSigned, setSigned] = useState(!question.isEmpty());
  const field = useId();
  const { isReadOnly } = question;

  // What was signed before the page was left and opened again.
  useEffect(() => {
    const context = canvas.current?.getContext('2d');
    if (!context) return;
    wipe(context);
    if (typeof question.value !== 'string') return;
    const picture = new Image();
    picture.onload = () => context.drawImage(picture, 0, 0, width, height);
    picture.src = question.value;
  }, [question]);

  useEffect(() => {
    if (value !== undefined) return;
    const context = canvas.current?.getContext('2d');
    if (context) wipe(context);
    setName('');
    setSigned(false);
  }, [value]);

  const keep = (isThere: boolean) => {
    question.value = isThere ? canvas.current?.toDataURL('image/png') : undefined;
    setSigned(isThere);
  };
  const clear = () => {
    const context = canvas.current?.getContext('2d');
    if (context) wipe(context);
    setName('');
    keep(false);
  };
  const type = (typed: string) => {
    const context = canvas.current?.getContext('2d');
    if (!context) return;
    writeName(context, typed.trim());
    setName(typed);
    keep(typed.trim() !== '');
  };
  const pointOf = ({ clientX, clientY, currentTarget }: PointerEvent<HTMLCanvasElement>): Point => {
    const box = currentTarget.getBoundingClientRect();
    return { x: ((clientX - box.left) / box.width) * width, y: ((clientY - box.top) / box.height) * height };
  };
  const begin = (event: PointerEvent<HTMLCanvasElement>) => {
    if (isReadOnly) return;
    event.currentTarget.setPointerCapture?.(event.pointerId);
    if (name !== '') clear();
    last.current = pointOf(event);
    draw(event);
  };
  const draw = (event: PointerEvent<HTMLCanvasElement>) => {
    const context = canvas.current?.getContext('2d');
    if (!context || !last.current) return;
    const point = pointOf(event);
    drawLine(context, last.current, point);
    last.current = point;
  };
  const end = () => {
    if (last.current) keep(true);
    last.current = undefined;
  };

  return (
    <div className="signature">
      <p id={`${field}-draw`}>{text.signDraw}</p>
      <canvas
        ref={canvas}
        width={width}
        height={height}
        role="img"
        aria-label={`${question.processedTitle}: ${isSigned ? text.signed : text.notSigned}`}
        aria-describedby={`${field}-draw`}
        onPointerDown={begin}
        onPointerMove={draw}
        onPointerUp={end}
        onPointerCancel={end}
      />
      <label htmlFor={field}>{text.signType}</label>
      <input
        id={field}
        className="sd-input"
        autoComplete="name"
        aria-required={question.isRequired || undefined}
        aria-invalid={question.hasVisibleErrors || undefined}
        maxLength={longestName}
        value={name}
        disabled={isReadOnly}
        onChange={(event) => type(event.currentTarget.value)}
      />
      <div className="signature-end">
        <span role="status">{isSigned ? `✓ ${text.signed}` : text.notSigned}</span>
        {isSigned && !isReadOnly && (
          <button type="button" className="plain" onClick={clear}>
            {text.signClear}
          </button>
        )}
      </div>
    </div>
  );
};
export default SignatureField;
