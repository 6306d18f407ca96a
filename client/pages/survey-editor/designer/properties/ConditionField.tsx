// When something is shown or required.
import { Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useCanvas } from '../context.ts';
import { askedQuestions } from '../document/asked.ts';
import { setProperty } from '../document/operations.ts';
import { ownCondition, withSkip } from '../document/skips.ts';
import { type Json, type Place, textOf } from '../document/tree.ts';
import { ConditionEditor } from './ConditionEditor.tsx';
import { useDefinition } from './definition.ts';

interface Props {
  element: Json;
  place: Place;
  property: 'visibleIf' | 'requiredIf';
  label: string;
}

/** What skips add to a condition is shown, and changed at the skip. */
export const ConditionField = ({ element, place, property, label }: Props) => {
  const { t } = useTranslation('designer');
  const { t: logic } = useTranslation('logic');
  const { apply, form, shownLanguage } = useCanvas();
  const definition = useDefinition();
  const isShown = property === 'visibleIf';
  const expression = isShown ? ownCondition(element) : textOf(element[property]);
  const skip = isShown ? textOf(element.skipIf) : '';
  const words = { yes: t('yesWord'), no: t('noWord') };
  const change = (own: string, isTyped: boolean) => {
    const text = isShown ? withSkip(own, skip) : own;
    apply((whole) => setProperty(whole, place, property, text === '' ? undefined : text), {
      ...(isTyped && { join: `${place} ${property}` }),
    });
  };
  return (
    <Stack gap={6} role="group" aria-label={label} className="condition">
      <ConditionEditor
        {...{ expression, label }}
        questions={askedQuestions(definition, form, place, shownLanguage, words)}
        onChange={change}
        otherwise={isShown ? t('always') : t('never')}
      />
      {skip !== '' && (
        <Text size="xs" className="quiet">
          {logic('skippedWhen')} <span className="written">{skip}</span>
        </Text>
      )}
    </Stack>
  );
};
