// A question of the bank is written with the designer's own fields, seen beside as it will be asked, and saved for good.

import { Button, Grid, Group, Select, Stack } from '@mantine/core';
import { useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Item, ItemSummary } from '../../../api/items.ts';
import { ItemFields } from '../../../components/item/ItemFields.tsx';
import { bankedOf, placeInSurvey, surveyWith } from '../../../components/item/question.ts';
import { useItemForm } from '../../../components/item/useItemForm.ts';
import { Section } from '../../../components/Section.tsx';
import { SurveyPreview } from '../../../components/SurveyPreview.tsx';
import { useLeaveGuard } from '../../../components/useLeaveGuard.ts';
import { languageName } from '../../../text/respond/languages.ts';
import { CanvasProvider, ProblemsProvider, problemsByElement } from '../designer/context.ts';
import '../designer/designer.css';
import { elementOf, type Json, objectAt } from '../designer/document/tree.ts';
import { useHeld } from '../designer/held.ts';
import { useUndoKeys } from '../designer/keyboard.ts';
import { DefinitionProvider } from '../designer/properties/definition.ts';
import { QuestionProperties } from '../designer/properties/QuestionProperties.tsx';
import { UndoButtons } from '../designer/UndoButtons.tsx';
import { useDesign } from '../designer/useDesign.ts';
import { around, useItemCanvas } from './useItemCanvas.ts';
import { useRested } from './useRested.ts';

const sourceOf = (question: Json) => JSON.stringify(surveyWith(question, around));

interface Props {
  question: Json;
  /** What it becomes the next version of; undefined for a new one. */
  target: ItemSummary | undefined;
  owners: readonly (string | null)[];
  onUnsaved?: (isUnsaved: boolean) => void;
  onSaved: (item: Item) => void;
  onCancel: () => void;
}

const shown = { half: undefined, page: 'question' };

export const ItemWriting = ({ question: begun, target, owners, onUnsaved, onSaved, onCancel }: Props) => {
  const { t } = useTranslation('items');
  const { t: designer } = useTranslation('designer');
  const { t: common } = useTranslation();
  const [source, setSource] = useState(() => sourceOf(begun));
  const design = useDesign(source, setSource, true);
  const { definition = {}, apply, undo, redo } = design;
  const question = objectAt(definition, placeInSurvey) ?? {};
  const held = useHeld(definition);
  const rested = useRested(question);
  const form = useItemForm(
    target ?? { name: '', theme: 'own', source: {}, programme: owners[0] ?? null },
    target,
    bankedOf(rested),
  );
  const [asBegun] = useState(() => JSON.stringify(question));
  const isUnsaved = form.isChanged || JSON.stringify(question) !== asBegun;
  const release = useLeaveGuard(isUnsaved);
  useEffect(() => onUnsaved?.(isUnsaved), [onUnsaved, isUnsaved]);
  const save = () =>
    form.send((item) => {
      release();
      onSaved(item);
    });
  useUndoKeys(undo, redo);
  const { canvas, language, writable, setBeside, said } = useItemCanvas(definition, apply, target);
  const problems = form.judgement?.problems ?? [];
  const placed = useMemo(() => {
    const inSurvey = problems.map((each) => ({ ...each, path: each.path.replace(/^question/, placeInSurvey) }));
    return problemsByElement(
      inSurvey,
      inSurvey.map(({ path }) => elementOf(path)),
    );
  }, [problems]);
  const preview = useMemo(() => surveyWith(rested, around), [rested]);
  return (
    <CanvasProvider value={canvas}>
      <ProblemsProvider value={placed}>
        <DefinitionProvider value={held}>
          <Grid gap="md">
            <Grid.Col span={{ base: 12, lg: 7 }}>
              <Stack>
                <Section
                  title={t('content')}
                  actions={
                    <Group gap="xs">
                      <UndoButtons canUndo={design.canUndo} canRedo={design.canRedo} onUndo={undo} onRedo={redo} />
                    </Group>
                  }
                >
                  <div className="designer">
                    <Select
                      label={designer('beside')}
                      allowDeselect={false}
                      maw={240}
                      data={writable.map((each) => ({
                        value: each,
                        label:
                          each === 'sv'
                            ? designer('onlySwedish')
                            : designer('besideIn', { language: languageName(each) }),
                      }))}
                      value={language}
                      onChange={(next) => setBeside(next ?? undefined)}
                    />
                    <QuestionProperties element={question} place={placeInSurvey} />
                    <div role="status" aria-live="polite" className="said">
                      {said}
                    </div>
                  </div>
                </Section>
                <Section title={t('about')}>
                  <ItemFields form={form} target={target} owners={owners} />
                </Section>
                <Group justify="end">
                  <Button variant="default" onClick={onCancel}>
                    {common('cancel')}
                  </Button>
                  <Button onClick={save} loading={form.isSending} disabled={rested !== question}>
                    {target ? t('saveVersion', { version: target.version + 1 }) : t('save')}
                  </Button>
                </Group>
              </Stack>
            </Grid.Col>
            <Grid.Col span={{ base: 12, lg: 5 }}>
              <Stack component="section" aria-label={t('preview')} className="preview-beside">
                <SurveyPreview definition={preview} shown={shown} height={600} />
              </Stack>
            </Grid.Col>
          </Grid>
        </DefinitionProvider>
      </ProblemsProvider>
    </CanvasProvider>
  );
};
