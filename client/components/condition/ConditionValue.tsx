import { MultiSelect, NumberInput, Select, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { AskedName } from './asked.ts';
import { type Row, takesList } from './conditions.ts';
import type { Plain } from './parsed.ts';

interface Props {
  row: Row;
  asked: AskedName | undefined;
  /** That it can be set against. */
  others: readonly AskedName[];
  onChange: (row: Row) => void;
}

/** Chosen among codes where there are some, else written. */
export const ConditionValue = ({ row, asked, others, onChange }: Props) => {
  const { t, i18n } = useTranslation('conditions');
  const shared = { 'aria-label': t('value'), disabled: row.name === '', style: { flex: '2 1 10rem' } };
  const set = (values: Plain[]) => onChange({ ...row, values });
  if (row.other !== undefined) {
    const known = others.map(({ name, title }) => ({ value: name, label: title }));
    const isUnknown = row.other !== '' && !others.some(({ name }) => name === row.other);
    return (
      <Select
        {...shared}
        aria-label={t('otherName')}
        placeholder={t('names.choose')}
        searchable
        allowDeselect={false}
        data={isUnknown ? [...known, { value: row.other, label: `${row.other}?` }] : known}
        value={row.other || null}
        error={isUnknown && t('names.unknown')}
        onChange={(other) => other !== null && onChange({ ...row, other })}
      />
    );
  }
  if (asked?.values) return <Codes row={row} known={asked.values} shared={shared} set={set} />;
  const [first] = row.values;
  if (asked?.kind === 'number')
    return (
      <NumberInput
        {...shared}
        hideControls
        decimalSeparator={i18n.language === 'en' ? '.' : ','}
        value={typeof first === 'number' ? first : ''}
        onChange={(next) => set(typeof next === 'number' ? [next] : [])}
      />
    );
  if (takesList(row.relation)) return <ListOfWords {...shared} values={row.values} onChange={set} />;
  return (
    <TextInput
      {...shared}
      type={asked?.kind === 'date' ? 'date' : 'text'}
      placeholder={asked?.example && t('like', { example: asked.example })}
      value={row.values.join(', ')}
      onChange={(event) => set(event.currentTarget.value === '' ? [] : [event.currentTarget.value])}
    />
  );
};

interface Shared {
  'aria-label': string;
  disabled: boolean;
  style: { flex: string };
}
interface CodesProps {
  row: Row;
  known: NonNullable<AskedName['values']>;
  shared: Shared;
  set: (values: Plain[]) => void;
}

const Codes = ({ row: { values, relation }, known, shared, set }: CodesProps) => {
  const { t } = useTranslation('conditions');
  const other = values.filter((value) => !known.some((each) => each.value === value));
  const all = [
    ...known.map(({ value, title }) => ({ value: JSON.stringify(value), label: title })),
    ...other.map((value) => ({ value: JSON.stringify(value), label: `${value}?` })),
  ];
  const error = other.length > 0 && t('unknownValue');
  if (takesList(relation))
    return (
      <MultiSelect
        {...shared}
        data={all}
        value={values.map((value) => JSON.stringify(value))}
        error={error}
        onChange={(next) => set(next.map((value) => JSON.parse(value) as Plain))}
      />
    );
  return (
    <Select
      {...shared}
      allowDeselect={false}
      data={all}
      value={values[0] === undefined ? null : JSON.stringify(values[0])}
      error={error}
      onChange={(next) => next !== null && set([JSON.parse(next) as Plain])}
    />
  );
};

/** Codes that are not known beforehand, with commas between. */
const ListOfWords = ({
  values,
  onChange,
  ...shared
}: Shared & { values: readonly Plain[]; onChange: (values: Plain[]) => void }) => {
  const { t } = useTranslation('conditions');
  const read = (text: string) => text.split(',').map((each) => each.trim());
  return (
    <TextInput
      {...shared}
      key={values.length === 0 ? 'empty' : 'written'}
      placeholder={t('commas')}
      defaultValue={values.join(', ')}
      onBlur={(event) => onChange(read(event.currentTarget.value).filter((each) => each !== ''))}
    />
  );
};
