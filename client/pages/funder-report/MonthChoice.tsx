import { Button, Group, Loader, Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { monthsFrom, monthWords } from './months.ts';

interface Props {
  /** Newest first. */
  months: readonly string[];
  month: string;
  onMonth: (month: string) => void;
  /** What is shown belongs to an earlier choice. */
  isWaiting: boolean;
}

export const MonthChoice = ({ months, month, onMonth, isWaiting }: Props) => {
  const { t, i18n } = useTranslation('funderReport');
  const step = (by: number, words: string) => {
    const to = monthsFrom(month, by);
    return (
      <Button variant="default" disabled={!months.includes(to)} onClick={() => onMonth(to)}>
        {words}
      </Button>
    );
  };
  return (
    <Group gap="xs" align="end" className="no-print">
      <Select
        label={t('month')}
        w={{ base: '100%', xs: 220 }}
        searchable
        allowDeselect={false}
        nothingFoundMessage={t('noSuchMonth')}
        data={months.map((value) => ({ value, label: monthWords(value, i18n.language) }))}
        value={month}
        onChange={(value) => value && onMonth(value)}
      />
      {step(-1, t('earlier'))}
      {step(1, t('later'))}
      {isWaiting && <Loader size="sm" mb={8} />}
    </Group>
  );
};
