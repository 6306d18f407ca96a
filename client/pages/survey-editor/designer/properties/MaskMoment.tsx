import { Select, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { settingsOf } from '../../../../components/survey/mask.ts';
import { useCanvas } from '../context.ts';
import { setProperty } from '../document/operations.ts';
import { textOf } from '../document/tree.ts';
import type { MaskProps } from './MaskFields.tsx';

const patterns = ['yyyy-mm-dd', 'dd/mm/yyyy', 'dd.mm.yyyy', 'yyyy-mm', 'mm/yyyy', 'HH:MM', 'HH:MM:ss'] as const;
/** Of the browser, whose fields write what is stored. */
const fieldFor = (pattern: string) => {
  if (pattern.includes('HH')) return 'time';
  return pattern.includes('dd') ? 'date' : 'month';
};

export const MaskMoment = ({ element, place }: MaskProps) => {
  const { t } = useTranslation('masks');
  const { apply } = useCanvas();
  const { pattern, min, max } = settingsOf(element);
  const written = textOf(pattern);
  const known = patterns.map((value) => ({ value: value as string, label: t(`moments.${value}`) }));
  const own = known.some(({ value }) => value === written) ? [] : [{ value: written, label: written || '–' }];
  /** Limits of another kind of moment would be none. */
  const choose = (next: string) =>
    apply((whole) => {
      const limits =
        fieldFor(next) === fieldFor(written)
          ? { ...(min !== undefined && { min }), ...(max !== undefined && { max }) }
          : {};
      return setProperty(whole, place, 'maskSettings', { pattern: next, ...limits });
    });
  const isBackwards = typeof min === 'string' && typeof max === 'string' && max < min;
  const limit = (setting: 'min' | 'max', label: string) => (
    <TextInput
      label={label}
      w={190}
      type={fieldFor(written)}
      {...(written.includes('ss') && { step: 1 })}
      value={textOf(setting === 'min' ? min : max)}
      error={setting === 'max' && isBackwards && t('faults.order')}
      onChange={(event) => {
        const value = event.currentTarget.value || undefined;
        apply((whole) => setProperty(whole, place, `maskSettings.${setting}`, value), {
          join: `${place} mask ${setting}`,
        });
      }}
    />
  );
  return (
    <>
      <Select
        label={t('order')}
        description={t('orderHelp')}
        maw={420}
        allowDeselect={false}
        data={[...known, ...own]}
        value={written}
        onChange={(next) => next && choose(next)}
      />
      <div className="numbers">
        {limit('min', t('earliest'))}
        {limit('max', t('latest'))}
      </div>
    </>
  );
};
