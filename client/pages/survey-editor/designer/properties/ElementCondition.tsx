// When a page, group or question is shown or must be answered. What skips add to a condition is shown, and changed at the skip.
import { Stack, Text } from '@mantine/core';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { ConditionField } from '../../../../components/condition/ConditionField.tsx';
import { useCanvas } from '../context.ts';
import { askedQuestions } from '../document/asked.ts';
import { setProperty } from '../document/operations.ts';
import { ownCondition, withSkip } from '../document/skips.ts';
import { type Json, type Place, textOf } from '../document/tree.ts';
import { useAskedWords } from '../useAskedWords.ts';
import { useDefinition } from './definition.ts';
import { sameButTexts } from './sameButTexts.ts';

interface Props {
  element: Json;
  place: Place;
  property: 'visibleIf' | 'requiredIf';
  label: string;
}

export const ElementCondition = memo(({ element, place, property, label }: Props) => {
  const { t } = useTranslation('designer');
  const { t: logic } = useTranslation('logic');
  const { apply, form, shownLanguage } = useCanvas();
  const isShown = property === 'visibleIf';
  const skip = isShown ? textOf(element.skipIf) : '';
  const words = useAskedWords();
  const definition = useDefinition();
  const change = (own: string, isTyped: boolean) => {
    const text = isShown ? withSkip(own, skip) : own;
    apply((whole) => setProperty(whole, place, property, text === '' ? undefined : text), {
      ...(isTyped && { join: `${place} ${property}` }),
    });
  };
  return (
    <Stack gap={6}>
      <ConditionField
        label={label}
        expression={isShown ? ownCondition(element) : textOf(element[property])}
        names={() => askedQuestions(definition, form, place, shownLanguage, words)}
        of="questions"
        always={isShown ? t('always') : t('never')}
        onChange={change}
      />
      {skip !== '' && (
        <Text size="xs" className="quiet">
          {logic('skippedWhen')} <span className="written">{skip}</span>
        </Text>
      )}
    </Stack>
  );
}, sameButTexts);
