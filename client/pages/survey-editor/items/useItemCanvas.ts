// What the designer's fields know of a canvas, where it holds one question of the bank.
import { useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ItemSummary } from '../../../api/items.ts';
import { surveyWith } from '../../../components/item/question.ts';
import { items as en } from '../../../text/en/items.ts';
import { items as sv } from '../../../text/sv/items.ts';
import type { Canvas } from '../designer/context.ts';
import { type Json, languagesOf } from '../designer/document/tree.ts';
import { useFocus } from '../designer/keyboard.ts';
import type { Apply } from '../designer/useDesign.ts';
import { offered } from '../translations/offered.ts';
import { publishedIn } from '../usePublished.ts';

/** What stands in the preview where a survey says who sees the answers. */
export const around = { sv: sv.previewNote, en: en.previewNote };
const noSkips: ReadonlySet<string> = new Set();

/** @param target what it becomes the next version of: its codes stay; undefined for a new one */
export const useItemCanvas = (definition: Json, apply: Apply, target: ItemSummary | undefined) => {
  const { i18n } = useTranslation();
  const focus = useFocus();
  const focusRef = useRef(focus);
  focusRef.current = focus;
  const [said, setSaid] = useState('');
  const languages = languagesOf(definition);
  const known = languages.join(' ');
  const [chosen, setBeside] = useState(i18n.language === 'sv' ? undefined : i18n.language);
  const writable = [...new Set([...languages, ...offered.map(({ value }) => value)])];
  const language = chosen && writable.includes(chosen) ? chosen : 'sv';
  const published = useMemo(
    () => (target ? publishedIn(surveyWith(target.question, around)) : new Map<string, ReadonlySet<string>>()),
    [target],
  );
  const canvas = useMemo<Canvas>(
    () => ({
      ...{ apply, select: () => undefined, focus: (id) => focusRef.current(id), say: setSaid },
      ...{ languages: known.split(' '), language, shownLanguage: language, form: '', published },
      skipping: noSkips,
      shared: target ? 'kept' : 'new',
    }),
    [apply, known, language, published, target],
  );
  return { canvas, language, writable, setBeside, said };
};
