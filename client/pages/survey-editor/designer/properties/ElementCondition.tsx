// When a page, group or question is shown or must be answered.
import { useTranslation } from 'react-i18next';
import { ConditionField } from '../../../../components/condition/ConditionField.tsx';
import { useCanvas } from '../context.ts';
import { askedQuestions } from '../document/asked.ts';
import { setProperty } from '../document/operations.ts';
import { type Json, type Place, textOf } from '../document/tree.ts';
import { useDefinition } from './definition.ts';

interface Props {
  element: Json;
  place: Place;
  property: 'visibleIf' | 'requiredIf';
  label: string;
}

export const ElementCondition = ({ element, place, property, label }: Props) => {
  const { t } = useTranslation('designer');
  const { apply, form, shownLanguage } = useCanvas();
  const words = { yes: t('yesWord'), no: t('noWord') };
  return (
    <ConditionField
      label={label}
      expression={textOf(element[property])}
      names={askedQuestions(useDefinition(), form, place, shownLanguage, words)}
      of="questions"
      always={property === 'visibleIf' ? t('always') : t('never')}
      onChange={(text, isTyped) =>
        apply((whole) => setProperty(whole, place, property, text === '' ? undefined : text), {
          ...(isTyped && { join: `${place} ${property}` }),
        })
      }
    />
  );
};
