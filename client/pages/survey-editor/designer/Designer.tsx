// The survey as pages and questions to take hold of: a second view of the same text.
import { Group, SegmentedControl, Select, Text } from '@mantine/core';
import { useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SurveyProblem } from '../../../api/surveys.ts';
import { Linkable } from './bank/Linkable.tsx';
import { Proposals } from './bank/Proposals.tsx';
import { Canvas } from './canvas/Canvas.tsx';
import { CanvasProvider, type Canvas as CanvasValue, ProblemsProvider, problemsByElement } from './context.ts';
import './designer.css';
import { skipsOf } from './document/skips.ts';
import { formOf, type Half, halves, isCard, type Json, languagesOf, objectAt } from './document/tree.ts';
import { useFocus, useUndoKeys } from './keyboard.ts';
import { NextProblem } from './NextProblem.tsx';
import { DefinitionProvider } from './properties/definition.ts';
import { languageName } from './properties/TextField.tsx';
import { UndoButtons } from './UndoButtons.tsx';
import type { Design } from './useDesign.ts';

interface Props {
  design: Design & { definition: Json };
  problems: readonly SurveyProblem[];
  published: CanvasValue['published'];
  onShow: (problem: SurveyProblem) => void;
}

export const Designer = ({ design, problems, published, onShow }: Props) => {
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
  const byElement = useMemo(() => problemsByElement(problems, definition), [problems, definition]);
  const back = () => undo() && setSaid(t('undone'));
  const again = () => redo() && setSaid(t('redone'));
  useUndoKeys(back, again);
  return (
    <CanvasProvider value={value}>
      <ProblemsProvider value={byElement}>
        <DefinitionProvider value={definition}>
          <div className="designer">
            <Group gap="sm" className="designer-tools">
              <UndoButtons canUndo={canUndo} canRedo={canRedo} onUndo={back} onRedo={again} />
              <NextProblem problems={problems} onShow={onShow} />
              {isCard(definition) && (
                <SegmentedControl
                  aria-label={t('half')}
                  value={half}
                  onChange={(next) => {
                    select(undefined);
                    setHalf(next as Half);
                  }}
                  data={halves.map((each) => ({ value: each, label: t(`halves.${each}`) }))}
                />
              )}
              {languages.length > 1 && (
                <Select
                  aria-label={t('beside')}
                  allowDeselect={false}
                  w={190}
                  data={languages.map((each, at) => ({
                    value: each,
                    label: at === 0 ? t('onlySwedish') : t('besideIn', { language: languageName(each) }),
                  }))}
                  value={language}
                  onChange={(next) => setBeside(next ?? undefined)}
                />
              )}
            </Group>
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
        </DefinitionProvider>
      </ProblemsProvider>
    </CanvasProvider>
  );
};
