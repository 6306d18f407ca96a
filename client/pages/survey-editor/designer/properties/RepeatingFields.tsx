// How many entries a repeating panel takes, and the words around them. Its questions stand below it on the canvas.
import { Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useCanvas } from '../context.ts';
import { setProperty } from '../document/operations.ts';
import { shownText } from '../document/texts.ts';
import { elementsIn, type Json, type Place, textOf } from '../document/tree.ts';
import { NumberField } from './NumberField.tsx';
import { TextField } from './TextField.tsx';

interface Props {
  element: Json;
  place: Place;
}

export const RepeatingFields = ({ element, place }: Props) => {
  const { t } = useTranslation('designer');
  const at = { element, place };
  const text = (property: string, label: string, help?: string) => (
    <TextField {...{ value: element[property], place, property, label, ...(help && { help }) }} />
  );
  return (
    <>
      <div className="numbers">
        <NumberField {...at} property="minPanelCount" label={t('fewestEntries')} isWhole />
        <NumberField {...at} property="maxPanelCount" label={t('mostEntries')} isWhole />
        <NumberField {...at} property="panelCount" label={t('firstEntries')} isWhole />
      </div>
      {text('templateTitle', t('entryTitle'), t('entryTitleHelp'))}
      {text('addPanelText', t('addEntryText'))}
      {text('removePanelText', t('removeEntryText'))}
      {text('noEntriesText', t('noEntriesText'))}
      <KeyField {...at} />
    </>
  );
};

const single = ['text', 'comment', 'radiogroup', 'dropdown', 'rating', 'boolean'];
const inEntry = (group: Json): Json[] =>
  elementsIn(group).flatMap((each) => (each.type === 'panel' ? inEntry(each) : [each]));

const KeyField = ({ element, place }: Props) => {
  const { t } = useTranslation('designer');
  const { apply, shownLanguage } = useCanvas();
  const data = inEntry(element)
    .filter(({ type }) => single.includes(textOf(type)))
    .map(({ name, title }) => ({ value: textOf(name), label: shownText(title, shownLanguage) || textOf(name) }));
  if (data.length === 0) return null;
  return (
    <Select
      label={t('entryKey')}
      description={t('entryKeyHelp')}
      clearable
      placeholder={t('noEntryKey')}
      data={data}
      value={textOf(element.keyName) || null}
      onChange={(value) => apply((whole) => setProperty(whole, place, 'keyName', value ?? undefined))}
    />
  );
};
