// The form that answers to a text question have: chosen by kind, said in plain words, and tried as it will be answered.
import { Select, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { exampleOf } from '../../../../components/survey/mask.ts';
import { useCanvas } from '../context.ts';
import { kindOf } from '../document/kinds.ts';
import { maskKindOf, maskKinds, takesMask, withMask } from '../document/masks.ts';
import { type Json, type Place, textOf } from '../document/tree.ts';
import { MaskMoment } from './MaskMoment.tsx';
import { MaskNumber } from './MaskNumber.tsx';
import { MaskPattern } from './MaskPattern.tsx';
import { MaskTry } from './MaskTry.tsx';

export interface MaskProps {
  element: Json;
  place: Place;
}

const fields = { pattern: MaskPattern, numeric: MaskNumber, currency: MaskNumber, datetime: MaskMoment };

export const MaskFields = ({ element, place }: MaskProps) => {
  const { t } = useTranslation('masks');
  const { t: designer } = useTranslation('designer');
  const { apply } = useCanvas();
  const kind = maskKindOf(element);
  if (kind === undefined) return <Text size="sm">{t('unknown', { type: String(element.maskType) })}</Text>;
  const isNumber = kindOf(element) === 'number';
  const refused = maskKinds.filter((each) => !takesMask(element, each));
  const type = textOf(element.inputType);
  const Fields = kind === 'none' ? undefined : fields[kind];
  return (
    <section className="mask" aria-label={t('form')}>
      <Select
        label={t('form')}
        description={
          refused.length > 0 && !isNumber && isInputType(type)
            ? t('ownForm', { type: designer(`inputTypes.${type}`) })
            : t('formHelp')
        }
        maw={420}
        allowDeselect={false}
        data={maskKinds.map((value) => ({
          value,
          label: value === 'none' && isNumber ? t('plainNumber') : t(`kinds.${value}`),
          disabled: refused.includes(value),
        }))}
        value={kind}
        onChange={(next) => {
          const chosen = maskKinds.find((each) => each === next);
          if (chosen) apply((whole) => withMask(whole, place, chosen));
        }}
      />
      {Fields && <Fields element={element} place={place} />}
      {Fields && <Examples element={element} />}
      {Fields && <MaskTry element={element} />}
    </section>
  );
};

const inputTypes = ['email', 'tel', 'url', 'time', 'month', 'date', 'number'] as const;
const isInputType = (type: string): type is (typeof inputTypes)[number] => inputTypes.some((each) => each === type);

const Examples = ({ element }: { element: Json }) => {
  const { t } = useTranslation('masks');
  const example = exampleOf(element);
  if (!example) return null;
  return (
    <dl className="mask-examples">
      <dt>{t('shown')}</dt>
      <dd className="written">{example.shown}</dd>
      <dt>{t('stored')}</dt>
      <dd className="written">{example.stored}</dd>
    </dl>
  );
};
