import { Group, Select, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ItemSummary } from '../../../server/contract/item.ts';

export const themes = [
  'bip',
  'treatment',
  'collaboration',
  'exit',
  'background',
  'own',
] as const satisfies readonly ItemSummary['theme'][];

interface Props {
  search: string;
  onSearch: (search: string) => void;
  theme: string;
  onTheme: (theme: string) => void;
}

export const ItemFilter = ({ search, onSearch, theme, onTheme }: Props) => {
  const { t } = useTranslation('items');
  return (
    <Group align="end" gap="sm">
      <TextInput
        type="search"
        label={t('search')}
        value={search}
        data-autofocus
        onChange={(event) => onSearch(event.currentTarget.value)}
        style={{ flex: '1 1 14rem' }}
      />
      <Select
        label={t('theme')}
        allowDeselect={false}
        data={[
          { value: '', label: t('allThemes') },
          ...themes.map((value) => ({ value, label: t(`themes.${value}`) })),
        ]}
        value={theme}
        onChange={(value) => onTheme(value ?? '')}
        style={{ flex: '0 1 14rem' }}
      />
    </Group>
  );
};
