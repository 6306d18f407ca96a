import { Select, Switch, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { settingsOf } from '../../../../components/survey/mask.ts';
import { useCanvas } from '../context.ts';
import { numberFaults } from '../document/masks.ts';
import { setProperty } from '../document/operations.ts';
import { textOf } from '../document/tree.ts';
import type { MaskProps } from './MaskFields.tsx';
import { NumberField } from './NumberField.tsx';

/** Signs by name, as survey-core has them where none is written. */
const signs = {
  decimalSeparator: { comma: ',', point: '.' },
  thousandsSeparator: { space: ' ', point: '.', comma: ',', nothing: '' },
} as const;
const otherwise = { decimalSeparator: '.', thousandsSeparator: ',' } as const;
type Sign = 'comma' | 'point' | 'space' | 'nothing';

export const MaskNumber = ({ element, place }: MaskProps) => {
  const { t } = useTranslation('masks');
  const { apply } = useCanvas();
  const settings = settingsOf(element);
  const faults = numberFaults(settings);
  const fault = (setting: string) => {
    const found = faults[setting];
    return found && t(`faults.${found}`);
  };
  const set = (setting: string, value: unknown, join?: string) =>
    apply((whole) => setProperty(whole, place, `maskSettings.${setting}`, value), join ? { join } : {});
  const number = (setting: string, label: string) => (
    <NumberField {...{ element, place, label }} property={`maskSettings.${setting}`} error={fault(setting)} />
  );
  const unit = (setting: 'prefix' | 'suffix') => (
    <TextInput
      label={t(setting)}
      description={t(`unitHelp.${setting}`)}
      w={190}
      maxLength={20}
      value={textOf(settings[setting])}
      error={fault(setting)}
      onChange={(event) => set(setting, event.currentTarget.value || undefined, `${place} mask ${setting}`)}
    />
  );
  const sign = (setting: keyof typeof signs) => {
    const known: Readonly<Partial<Record<Sign, string>>> = signs[setting];
    const value = textOf(settings[setting] ?? otherwise[setting]);
    const data = (Object.entries(known) as [Sign, string][]).map(([name, each]) => ({
      value: name,
      label: t(`signs.${name}`),
      each,
    }));
    const chosen = data.find(({ each }) => each === value);
    const own = chosen ? [] : [{ value: 'own', label: value }];
    return (
      <Select
        label={t(setting)}
        w={190}
        allowDeselect={false}
        data={[...data.map(({ value: name, label }) => ({ value: name as string, label })), ...own]}
        value={chosen?.value ?? 'own'}
        error={fault(setting)}
        onChange={(next) => {
          const found = data.find(({ value: name }) => name === next);
          if (found) set(setting, found.each);
        }}
      />
    );
  };
  return (
    <>
      <div className="numbers">
        {number('min', t('smallest'))}
        {number('max', t('largest'))}
        <NumberField
          {...{ element, place }}
          property="maskSettings.precision"
          label={t('decimals')}
          isWhole
          most={6}
          otherwise={2}
        />
      </div>
      {element.maskType === 'currency' && (
        <div className="numbers">
          {unit('prefix')}
          {unit('suffix')}
        </div>
      )}
      <div className="numbers">
        {sign('thousandsSeparator')}
        {settings.precision !== 0 && sign('decimalSeparator')}
      </div>
      {!(Number(settings.min) >= 0) && (
        <Switch
          label={t('negative')}
          description={t('negativeHelp')}
          checked={settings.allowNegativeValues !== false}
          onChange={(event) => set('allowNegativeValues', event.currentTarget.checked ? undefined : false)}
        />
      )}
    </>
  );
};
