import { ActionIcon, Group, MultiSelect, NumberInput, Select, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { AskedQuestion } from '../document/asked.ts';
import { needsValue, type Plain, type Relation, type Row } from '../document/conditions.ts';

interface Props {
  row: Row;
  number: number;
  questions: readonly AskedQuestion[];
  onChange: (row: Row) => void;
  onRemove: () => void;
}

export const ConditionRow = ({ row, number, questions, onChange, onRemove }: Props) => {
  const { t } = useTranslation('designer');
  const asked = questions.find(({ name }) => name === row.question);
  const choose = (name: string) => {
    const next = questions.find((each) => each.name === name);
    onChange({ question: name, relation: next?.relations[0] ?? 'equal', values: [] });
  };
  const names = questions.map(({ name, title }) => ({ value: name, label: `${title} (${name})` }));
  const unknown = row.question !== '' && !asked ? [{ value: row.question, label: `${row.question}?` }] : [];
  const known = asked?.relations ?? [];
  const offered = known.includes(row.relation) ? known : [row.relation, ...known];
  return (
    <Group gap={6} align="end" role="group" aria-label={t('conditionNumber', { number })}>
      <Select
        aria-label={t('question')}
        placeholder={t('chooseQuestion')}
        searchable
        allowDeselect={false}
        data={[...unknown, ...names]}
        value={row.question || null}
        onChange={(name) => name && choose(name)}
        error={unknown.length > 0 && t('unknownQuestion')}
        style={{ flex: '3 1 13rem' }}
      />
      <Select
        aria-label={t('relation')}
        allowDeselect={false}
        disabled={row.question === ''}
        data={offered.map((value) => ({ value, label: t(`relations.${value}`) }))}
        value={row.relation}
        onChange={(relation) => relation && onChange(withRelation(row, relation as Relation))}
        style={{ flex: '1 1 8rem' }}
      />
      {needsValue(row.relation) && <ValueField row={row} asked={asked} onChange={onChange} />}
      <ActionIcon variant="default" size="lg" aria-label={t('removeCondition', { number })} onClick={onRemove}>
        <span aria-hidden="true">✕</span>
      </ActionIcon>
    </Group>
  );
};

const withRelation = (row: Row, relation: Relation): Row => {
  if (!needsValue(relation)) return { ...row, relation, values: [] };
  return { ...row, relation, values: relation === 'anyof' ? row.values : row.values.slice(0, 1) };
};

const ValueField = ({
  row,
  asked,
  onChange,
}: Pick<Props, 'row' | 'onChange'> & { asked: AskedQuestion | undefined }) => {
  const { t } = useTranslation('designer');
  const { values } = row;
  const style = { flex: '2 1 10rem' };
  const shared = { 'aria-label': t('value'), disabled: row.question === '', style };
  const set = (next: Plain[]) => onChange({ ...row, values: next });
  if (asked?.values) {
    const known = asked.values;
    const data = known.map(({ value, title }) => ({ value: JSON.stringify(value), label: title }));
    const other = values.filter((value) => !known.some((each) => each.value === value));
    const all = [...data, ...other.map((value) => ({ value: JSON.stringify(value), label: `${value}?` }))];
    if (row.relation === 'anyof')
      return (
        <MultiSelect
          {...shared}
          data={all}
          value={values.map((value) => JSON.stringify(value))}
          onChange={(next) => set(next.map((value) => JSON.parse(value) as Plain))}
        />
      );
    return (
      <Select
        {...shared}
        allowDeselect={false}
        data={all}
        value={values[0] === undefined ? null : JSON.stringify(values[0])}
        error={other.length > 0 && t('unknownValue')}
        onChange={(next) => next !== null && set([JSON.parse(next) as Plain])}
      />
    );
  }
  if (asked?.isNumber)
    return (
      <NumberInput
        {...shared}
        hideControls
        value={typeof values[0] === 'number' ? values[0] : ''}
        onChange={(next) => set(typeof next === 'number' ? [next] : [])}
      />
    );
  return (
    <TextInput
      {...shared}
      value={values.join(', ')}
      onChange={(event) => set(event.currentTarget.value === '' ? [] : [event.currentTarget.value])}
    />
  );
};
