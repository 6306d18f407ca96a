import { Textarea } from '@mantine/core';
import { type KeyboardEvent, memo, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { directionOf, languageName } from '../../../text/respond/languages.ts';
import { keepsMarks, type Localized, putLocalized } from '../designer/document/localized.ts';
import { textIn, withText } from '../designer/document/texts.ts';
import type { Apply } from '../designer/useDesign.ts';

const restMilliseconds = 700;

interface Props {
  text: Localized;
  original: string;
  language: string;
  apply: Apply;
  /** On the phones. */
  isShown: boolean;
  /** The keyboard has come to it. */
  onFocus: (key: string) => void;
}

/** The next field that is empty, or simply the next. */
const goOn = (from: HTMLElement, isEmpty: boolean) => {
  const fields = [...document.querySelectorAll<HTMLTextAreaElement>('.translations textarea:not([aria-hidden])')];
  const rest = fields.slice(fields.indexOf(from as HTMLTextAreaElement) + 1);
  (isEmpty ? rest.find(({ value }) => value.trim() === '') : rest[0])?.focus();
};

/** Written into the survey when the writer rests or leaves: a key costs nothing but its letter, however long the survey is. */
export const TextRow = memo(
  ({ text, original, language, apply, isShown, onFocus }: Props) => {
    const { t } = useTranslation('translations');
    const stored = textIn(text.value, language);
    const [typed, setTyped] = useState<string>();
    const source = textIn(text.value, original);
    const shown = typed ?? stored;
    const latest = useRef({ text, typed });
    latest.current = { text, typed };
    const store = () => {
      const { text: now, typed: words } = latest.current;
      if (words === undefined) return;
      if (words !== textIn(now.value, language))
        apply((whole) => ({ definition: putLocalized(whole, now, withText(now.value, language, words)), place: '' }), {
          select: null,
        });
      setTyped(undefined);
    };
    const storeRef = useRef(store);
    storeRef.current = store;
    // biome-ignore lint/correctness/useExhaustiveDependencies: each letter begins the rest anew
    useEffect(() => {
      const timer = setTimeout(() => storeRef.current(), restMilliseconds);
      return () => clearTimeout(timer);
    }, [typed]);
    useEffect(() => () => storeRef.current(), []);
    const keys = (event: KeyboardEvent<HTMLTextAreaElement>) => {
      if (event.key !== 'Enter' || event.shiftKey) return;
      event.preventDefault();
      store();
      goOn(event.currentTarget, event.ctrlKey || event.metaKey);
    };
    const isMissing = shown.trim() === '';
    const differs = !isMissing && !keepsMarks(source, shown);
    return (
      <li className={isShown ? 'row shown' : 'row'}>
        <span className="key">{text.key}</span>
        <span lang={original} dir={directionOf(original)}>
          {source}
        </span>
        <span>
          <Textarea
            autosize
            minRows={1}
            aria-label={`${text.key}: ${languageName(language)}`}
            lang={language}
            dir={directionOf(language)}
            value={shown}
            onChange={(event) => setTyped(event.currentTarget.value)}
            onFocus={() => onFocus(text.key)}
            onBlur={store}
            onKeyDown={keys}
          />
          {isMissing && <span className="lack">▲ {t('lacks')}</span>}
          {differs && <span className="lack">▲ {t('marksDiffer')}</span>}
        </span>
      </li>
    );
  },
  (before, after) =>
    before.text.key === after.text.key &&
    before.text.value === after.text.value &&
    before.text.owner === after.text.owner &&
    before.isShown === after.isShown &&
    before.language === after.language &&
    before.original === after.original,
);
