import { Button, Group, Switch, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { settingsOf } from '../../../../components/survey/mask.ts';
import { useCanvas } from '../context.ts';
import { patternFault } from '../document/masks.ts';
import { setProperty } from '../document/operations.ts';
import { textOf } from '../document/tree.ts';
import type { MaskProps } from './MaskFields.tsx';

/** To begin with, each by what it is for. */
const common = { zip: '999 99', telephone: '999-999 99 99', plate: 'aaa 99#', code: 'aa-9999' } as const;
const names = ['zip', 'telephone', 'plate', 'code'] as const;

export const MaskPattern = ({ element, place }: MaskProps) => {
  const { t } = useTranslation('masks');
  const { apply } = useCanvas();
  const { pattern, saveMaskedValue } = settingsOf(element);
  const fault = patternFault(pattern);
  const set = (setting: string, value: unknown, join?: string) =>
    apply((whole) => setProperty(whole, place, `maskSettings.${setting}`, value), join ? { join } : {});
  return (
    <>
      <TextInput
        label={t('pattern')}
        description={t('patternHelp')}
        maw={420}
        styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)' } }}
        spellCheck={false}
        value={textOf(pattern)}
        error={fault && t(`faults.${fault}`)}
        onChange={(event) => set('pattern', event.currentTarget.value, `${place} mask pattern`)}
      />
      <Group gap="xs" role="group" aria-label={t('common')}>
        {names.map((name) => (
          <Button key={name} variant="default" size="xs" onClick={() => set('pattern', common[name])}>
            {t(`patterns.${name}`)} {common[name]}
          </Button>
        ))}
      </Group>
      <Switch
        label={t('saveMasked')}
        description={t('saveMaskedHelp')}
        checked={saveMaskedValue === true}
        onChange={(event) => set('saveMaskedValue', event.currentTarget.checked || undefined)}
      />
    </>
  );
};
