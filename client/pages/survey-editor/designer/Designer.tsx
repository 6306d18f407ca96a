// The survey as pages and questions to take hold of: a second view of the same text.
import { Text } from '@mantine/core';
import { useCallback, useDeferredValue, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SurveyProblem } from '../../../api/surveys.ts';
import { Linkable } from './bank/Linkable.tsx';
import { Proposals } from './bank/Proposals.tsx';
import { Canvas } from './canvas/Canvas.tsx';
import { CanvasProvider, type Canvas as CanvasValue, ProblemsProvider, problemsByElement } from './context.ts';
import '../mark.css';
import './designer.css';
import { type Series, SeriesProvider } from '../comparability/series.ts';
import { DesignerTools } from './DesignerTools.tsx';
import { elementAt } from './document/problemPlace.ts';
import { skipsOf } from './document/skips.ts';
import { formOf, type Half, isCard, type Json, languagesOf, objectAt } from './document/tree.ts';
import { useHeld } from './held.ts';
import { useFocus, useUndoKeys } from './keyboard.ts';
import { DefinitionProvider } from './properties/definition.ts';
import type { Design } from './useDesign.ts';

interface Props {
  design: Design & { definition: Json };
  problems: readonly SurveyProblem[];
  published: CanvasValue['published'];
  series: Series;
  onShow: (problem: SurveyProblem) => void;
}

export const Designer = ({ design, problems, published, series, onShow }: Props) => {
  const { t, i18n } = useTranslation('designer');
  const { definition, selected, select, apply, undo, redo, canUndo, canRedo } = design;
  const [chosenHalf, setHalf] = useState<Half>('person');
  const [beside, setBeside] = useState(i18n.language === 'sv' ? undefined : i18n.language);
  const [said, setSaid] = useState('');
  const focus = useFocus();
  const focusRef = useRef(focus);
  focusRef.current = focus;
  const half = selected && formOf(selected) ? (selected.split('.')[1] as Half) : chosenHalf;
  const form = isCard(definition) ? `halves.${half}` : '';
  const languages = languagesOf(objectAt(definition, form));
  const known = languages.join(' ');
  const skipping = skipsOf(objectAt(definition, form))
    .map(({ after }) => after)
    .join(' ');
  const language = beside && languages.includes(beside) ? beside : (languages[0] ?? 'sv');
  const shownLanguage = languages.includes(i18n.language) ? i18n.language : (languages[0] ?? 'sv');
  const value = useMemo<CanvasValue>(
    () => ({
      apply,
      select,
      say: setSaid,
      focus: (id) => focusRef.current(id),
      languages: known.split(' '),
      language,
      shownLanguage,
      form,
      skipping: new Set(skipping.split(' ')),
      published,
    }),
    [apply, select, known, language, shownLanguage, form, skipping, published],
  );
  /** For lists of questions to choose from: they may come a moment later than the letter typed. */
  const held = useHeld(useDeferredValue(definition));
  const heldSeries = useHeld(series);
  const places = problems.map(({ path }) => elementAt(definition, path)).join(' ');
  const byElement = useMemo(() => problemsByElement(problems, places.split(' ')), [problems, places]);
  const back = useCallback(() => undo() && setSaid(t('undone')), [undo, t]);
  const again = useCallback(() => redo() && setSaid(t('redone')), [redo, t]);
  const turn = useCallback(
    (next: Half) => {
      select(undefined);
      setHalf(next);
    },
    [select],
  );
  const showRef = useRef(onShow);
  showRef.current = onShow;
  const lead = useCallback((problem: SurveyProblem) => showRef.current(problem), []);
  useUndoKeys(back, again);
  return (
    <CanvasProvider value={value}>
      <ProblemsProvider value={byElement}>
        <DefinitionProvider value={held}>
          <SeriesProvider value={heldSeries}>
            <div className="designer">
              <DesignerTools
                {...{ problems, canUndo, canRedo, language, back, again }}
                languages={value.languages}
                half={isCard(definition) ? half : undefined}
                onHalf={turn}
                onLanguage={setBeside}
                onShow={lead}
              />
              <Proposals definition={definition} />
              <Linkable definition={definition} />
              <Canvas definition={definition} selected={selected} />
              <Text size="xs" className="quiet">
                {t('keys')}
              </Text>
              <div role="status" aria-live="polite" className="said">
                {said}
              </div>
            </div>
          </SeriesProvider>
        </DefinitionProvider>
      </ProblemsProvider>
    </CanvasProvider>
  );
};
