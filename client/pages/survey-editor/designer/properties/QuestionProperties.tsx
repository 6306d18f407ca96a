// Everything about the opened question or group, what is most often changed first.
import { Select, Stack } from '@mantine/core';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { isMasked } from '../../../../components/survey/mask.ts';
import { Comparability } from '../../comparability/Comparability.tsx';
import { titleId, useCanvas } from '../context.ts';
import { become, takeInputType } from '../document/become.ts';
import { type Kind, kindOf } from '../document/kinds.ts';
import { takesInputType } from '../document/masks.ts';
import { type Json, type Place, textOf } from '../document/tree.ts';
import { ComputedField } from './ComputedField.tsx';
import { ElementCondition } from './ElementCondition.tsx';
import { Entries } from './Entries.tsx';
import { MaskFields } from './MaskFields.tsx';
import { NameField } from './NameField.tsx';
import { NumberField } from './NumberField.tsx';
import { ProblemTexts } from './ProblemTexts.tsx';
import { RepeatingFields } from './RepeatingFields.tsx';
import { ScaleFields } from './ScaleFields.tsx';
import { SkipFields } from './SkipFields.tsx';
import { SpecialChoices } from './SpecialChoices.tsx';
import { SwitchField } from './SwitchField.tsx';
import { sameButTexts } from './sameButTexts.ts';
import { TextField } from './TextField.tsx';
import { ValidatorFields } from './ValidatorFields.tsx';

interface Props {
  element: Json;
  place: Place;
}

/** Kinds that answer in the same way, so that one can become the other without losing what was written. */
const exchangeable: readonly (readonly Kind[])[] = [
  ['radiogroup', 'dropdown', 'checkbox', 'tagbox', 'ranking'],
  ['text', 'comment'],
];

export const QuestionProperties = ({ element, place }: Props) => {
  const { t } = useTranslation('designer');
  const { shared } = useCanvas();
  const kind = kindOf(element);
  if (kind === undefined) return null;
  if (kind === 'panel' || kind === 'html') return <Around element={element} place={place} kind={kind} />;
  const isAsked = kind !== 'expression' && shared === undefined;
  const isCompared = shared === undefined && !place.includes('.templateElements[');
  return (
    <Stack gap="md">
      <ProblemTexts place={place} />
      <TextField value={element.title} place={place} property="title" label={t('questionText')} id={titleId(place)} />
      {kind === 'signaturepad' && (
        <TextField
          {...{ value: element.description, place, property: 'description', isLong: true }}
          label={t('consentText')}
          help={t('consentHelp')}
        />
      )}
      <AnswerFields element={element} place={place} kind={kind} />
      {isAsked && <SwitchField element={element} place={place} property="isRequired" label={t('isRequired')} />}
      {isAsked && <ElementCondition element={element} place={place} property="visibleIf" label={t('visibleIf')} />}
      {isAsked && <SkipFields element={element} place={place} />}
      {isCompared && <Comparability element={element} place={place} />}
      <details>
        <summary>{t('details')}</summary>
        <Stack gap="sm" mt="xs">
          {kind !== 'signaturepad' && (
            <TextField value={element.description} place={place} property="description" label={t('description')} />
          )}
          <TextField value={element.readAloud} place={place} property="readAloud" label={t('readAloud')} />
          {isAsked && (
            <ElementCondition element={element} place={place} property="requiredIf" label={t('requiredIf')} />
          )}
          <ValidatorFields element={element} place={place} kind={kind} />
          {shared !== 'kept' && <NameField element={element} place={place} />}
          <KindField element={element} place={place} kind={kind} />
          <SwitchField element={element} place={place} property="draft" label={t('draftText')} />
        </Stack>
      </details>
    </Stack>
  );
};

const Around = ({ element, place, kind }: Props & { kind: Kind }) => {
  const { t } = useTranslation('designer');
  return (
    <Stack gap="md">
      <ProblemTexts place={place} />
      {kind === 'panel' ? (
        <TextField value={element.title} place={place} property="title" label={t('panelText')} id={titleId(place)} />
      ) : (
        <TextField
          {...{ value: element.html, place, property: 'html', isLong: true, id: titleId(place) }}
          label={t('htmlText')}
          help={t('htmlHelp')}
        />
      )}
      {kind === 'panel' && (
        <TextField
          value={element.description}
          place={place}
          property="description"
          label={t('pageDescription')}
          isLong
        />
      )}
      <ElementCondition element={element} place={place} property="visibleIf" label={t('visibleIf')} />
      {kind === 'panel' && <SkipFields element={element} place={place} />}
      <details>
        <summary>{t('details')}</summary>
        <NameField element={element} place={place} />
      </details>
    </Stack>
  );
};

const AnswerFields = memo(({ element, place, kind }: Props & { kind: Kind }) => {
  const { t } = useTranslation('designer');
  const at = { element, place };
  switch (kind) {
    case 'radiogroup':
    case 'dropdown':
    case 'ranking':
      return (
        <>
          <Entries {...at} list="choices" label={t('choices')} hasGuide={kind === 'radiogroup'} />
          {kind !== 'ranking' && <SpecialChoices {...at} />}
        </>
      );
    case 'checkbox':
    case 'tagbox':
      return (
        <>
          <Entries {...at} list="choices" label={t('choices')} />
          <SpecialChoices {...at} />
          <div className="numbers">
            <NumberField {...at} property="minSelectedChoices" label={t('minSelected')} isWhole />
            <NumberField {...at} property="maxSelectedChoices" label={t('maxSelected')} isWhole />
          </div>
        </>
      );
    case 'imagepicker':
      return (
        <>
          <Entries {...at} list="choices" label={t('choices')} hasPictures />
          <SwitchField {...at} property="multiSelect" label={t('multiSelect')} />
        </>
      );
    case 'matrix':
      return (
        <>
          <Entries {...at} list="columns" label={t('columns')} hasGuide />
          <Entries {...at} list="rows" label={t('rows')} />
          <SwitchField {...at} property="eachRowRequired" label={t('everyRow')} />
        </>
      );
    case 'multipletext':
      return <Entries {...at} list="items" label={t('items')} />;
    case 'rating':
      return <ScaleFields {...at} />;
    case 'boolean':
      return (
        <>
          <TextField value={element.labelTrue} place={place} property="labelTrue" label={t('yes')} />
          <TextField value={element.labelFalse} place={place} property="labelFalse" label={t('no')} />
        </>
      );
    case 'number':
      return (
        <>
          {!isMasked(element) && (
            <div className="numbers">
              <InputType {...at} />
              <NumberField {...at} property="min" label={t('smallest')} />
              <NumberField {...at} property="max" label={t('largest')} />
            </div>
          )}
          <MaskFields {...at} />
        </>
      );
    case 'text':
      return (
        <>
          <div className="numbers">
            <InputType {...at} />
            {!isMasked(element) && <NumberField {...at} property="maxLength" label={t('maxLength')} isWhole />}
          </div>
          <MaskFields {...at} />
        </>
      );
    case 'date':
      return <InputType {...at} />;
    case 'comment':
      return <NumberField {...at} property="maxLength" label={t('maxLength')} isWhole />;
    case 'paneldynamic':
      return <RepeatingFields {...at} />;
    case 'expression':
      return <ComputedField {...at} />;
    default:
      return null;
  }
}, sameButTexts);

const inputTypes = ['text', 'email', 'tel', 'url', 'time', 'month', 'number', 'date'] as const;

const InputType = ({ element, place }: Props) => {
  const { t } = useTranslation('designer');
  const { t: masks } = useTranslation('masks');
  const { apply } = useCanvas();
  const value = textOf(element.inputType) || 'text';
  const known = inputTypes.map((each) => ({ value: each as string, label: t(`inputTypes.${each}`) }));
  const own = known.some((each) => each.value === value) ? [] : [{ value, label: value }];
  return (
    <Select
      label={kindOf(element) === 'text' ? t('inputType') : t('answerType')}
      description={isMasked(element) ? masks('inputTypeKept') : undefined}
      allowDeselect={false}
      data={[...known, ...own].map((each) => ({ ...each, disabled: !takesInputType(element, each.value) }))}
      value={value}
      onChange={(next) => next && apply((whole) => takeInputType(whole, place, next))}
    />
  );
};

const KindField = memo(({ element, place, kind }: Props & { kind: Kind }) => {
  const { t } = useTranslation('designer');
  const { apply } = useCanvas();
  const { t: masks } = useTranslation('masks');
  const others = exchangeable.find((group) => group.includes(kind));
  if (!others) return null;
  const isKept = isMasked(element);
  return (
    <Select
      label={t('kind')}
      description={isKept ? masks('kindKept') : undefined}
      maw={280}
      allowDeselect={false}
      data={others.map((value) => ({ value, label: t(`kinds.${value}`), disabled: isKept && value !== kind }))}
      value={textOf(element.type)}
      onChange={(value) => value && apply((whole) => become(whole, place, value))}
    />
  );
}, sameButTexts);
