// Whose surveys or questions are listed: those for all programmes, or one programme's with them.
import { Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useProgrammes } from '../api/programmes.ts';
import { useText } from './useText.ts';

interface Props {
  label: string;
  /** null: those for all programmes alone. */
  programme: string | null;
  onChange: (programme: string | null) => void;
}

export const OwnerSelect = ({ label, programme, onChange }: Props) => {
  const { t } = useTranslation();
  const text = useText();
  const programmes = useProgrammes();
  const owners = (programmes.data ?? []).map(({ slug, title }) => ({ value: slug, label: text(title) }));
  if (owners.length === 0) return null;
  return (
    <Select
      label={label}
      maw={320}
      allowDeselect={false}
      data={[{ value: '', label: t('allProgrammes') }, ...owners]}
      value={programme ?? ''}
      onChange={(slug) => onChange(slug || null)}
    />
  );
};
