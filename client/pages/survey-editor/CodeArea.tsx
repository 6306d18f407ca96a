// A plain textarea, so that keyboards, screen readers and undo work as anywhere else, beside numbers that mark problems.
import { type KeyboardEvent, type RefObject, useMemo, useRef, useState } from 'react';
import { indentOf, lineStartsOf } from './codeText.ts';
import './code.css';

export type Mark = 'error' | 'warning' | 'found';
interface Props {
  area: RefObject<HTMLTextAreaElement | null>;
  value: string;
  onChange: (value: string) => void;
  /** By line, from 1. */
  marks: ReadonlyMap<number, Mark>;
  label: string;
  describedBy: string;
}
const lineHeight = 20;
const padding = 8;
const signs = { error: '✕', warning: '▲', found: '' } as const;

/** Selects and scrolls there; the caret follows when `focus` says so. */
export const selectIn = (area: HTMLTextAreaElement | null, start: number, end: number, focus: boolean): void => {
  if (!area) return;
  if (focus) area.focus();
  area.setSelectionRange(start, end);
  const line = area.value.slice(0, start).split('\n').length;
  area.scrollTop = Math.max(0, (line - 4) * lineHeight);
  area.scrollLeft = 0;
};

/** As if typed, so that undo takes it back. */
const type = (area: HTMLTextAreaElement, text: string, onChange: (value: string) => void) => {
  if (document.execCommand?.('insertText', false, text)) return;
  area.setRangeText(text, area.selectionStart, area.selectionEnd, 'end');
  onChange(area.value);
};

export const CodeArea = ({ area, value, onChange, marks, label, describedBy }: Props) => {
  const [top, setTop] = useState(0);
  const escaped = useRef(false);
  const total = useMemo(() => lineStartsOf(value).length, [value]);
  const height = area.current?.clientHeight || 800;
  const first = Math.max(1, Math.floor((top - padding) / lineHeight));
  const count = Math.min(Math.ceil(height / lineHeight) + 2, total - first + 1);
  const lines = Array.from({ length: Math.max(0, count) }, (_, at) => first + at);
  const place = (line: number) => ({ top: (line - 1) * lineHeight + padding - top });

  const keyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    const wasEscaped = escaped.current;
    escaped.current = event.key === 'Escape';
    if (event.ctrlKey || event.metaKey || event.altKey || event.nativeEvent.isComposing) return;
    const field = event.currentTarget;
    if (event.key === 'Tab' && !event.shiftKey && !wasEscaped) {
      event.preventDefault();
      type(field, '  ', onChange);
    }
    if (event.key === 'Enter' && !event.shiftKey) {
      event.preventDefault();
      type(field, `\n${indentOf(field.value, field.selectionStart)}`, onChange);
    }
  };
  return (
    <div className="code" dir="ltr">
      <div className="code-gutter" aria-hidden="true" style={{ width: `${String(total).length + 4}ch` }}>
        {lines.map((line) => {
          const mark = marks.get(line);
          return (
            <div key={line} className={mark ? `code-number code-number-${mark}` : 'code-number'} style={place(line)}>
              {mark && <span className="code-sign">{signs[mark]}</span>}
              {line}
            </div>
          );
        })}
      </div>
      <div className="code-field">
        <div className="code-bands" aria-hidden="true">
          {lines
            .filter((line) => marks.has(line))
            .map((line) => (
              <div key={line} className={`code-band code-band-${marks.get(line)}`} style={place(line)} />
            ))}
        </div>
        <textarea
          ref={area}
          aria-label={label}
          aria-describedby={describedBy}
          wrap="off"
          spellCheck={false}
          autoCapitalize="none"
          autoComplete="off"
          autoCorrect="off"
          value={value}
          onChange={(event) => onChange(event.currentTarget.value)}
          onKeyDown={keyDown}
          onBlur={() => {
            escaped.current = false;
          }}
          onScroll={(event) => setTop(event.currentTarget.scrollTop)}
        />
      </div>
    </div>
  );
};
