import { ActionIcon, Group, Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type AskedName, type AskedOf, comparableWith } from './asked.ts';
import { ConditionValue } from './ConditionValue.tsx';
import { needsValue, type Row, takesList, takesName } from './conditions.ts';
import type { Relation } from './parsed.ts';

interface Props {
  row: Row;
  number: number;
  names: readonly AskedName[];
  of: AskedOf;
  onChange: (row: Row) => void;
  onRemove: () => void;
}

export const ConditionRow = ({ row, number, names, of, onChange, onRemove }: Props) => {
  const { t } = useTranslation('conditions');
  const asked = names.find(({ name }) => name === row.name);
  const choose = (name: string) => {
    const next = names.find((each) => each.name === name);
    onChange({ name, relation: next?.relations[0] ?? 'equal', values: [] });
  };
  const isTwice = (title: string) => names.filter((each) => each.title === title).length > 1;
  // A survey's writer knows questions by their names too.
  const titled = (title: string, name: string) => (of === 'questions' || isTwice(title) ? `${title} (${name})` : title);
  const choices = names.map(({ name, title }) => ({ value: name, label: titled(title, name) }));
  const unknown = row.name !== '' && !asked ? [{ value: row.name, label: `${row.name}?` }] : [];
  const known = asked?.relations ?? [];
  const offered = known.includes(row.relation) ? known : [row.relation, ...known];
  const others = asked ? comparableWith(asked, names) : [];
  const isCompared = row.other !== undefined;
  // The same relation twice: with a value, and with another name.
  const relationWords = (value: Relation) =>
    value === 'empty' || value === 'notempty' ? t(`${of}.${value}`) : t(`relations.${value}`);
  const withOther = isCompared || others.length > 0 ? offered.filter(takesName) : [];
  const relations = [
    ...offered.map((value) => ({ value: `${value}`, label: relationWords(value) })),
    ...withOther.map((value) => ({ value: `${value} other`, label: t('thanOther', { is: relationWords(value) }) })),
  ];
  return (
    <Group gap={6} align="start" wrap="nowrap" role="group" aria-label={t('conditionNumber', { number })}>
      <Group gap={6} align="start" flex={1}>
        <Select
          aria-label={t(`${of}.name`)}
          placeholder={t(`${of}.choose`)}
          searchable
          allowDeselect={false}
          nothingFoundMessage={t('nothingFound')}
          data={[...unknown, ...choices]}
          value={row.name || null}
          onChange={(name) => name && choose(name)}
          error={unknown.length > 0 && t(`${of}.unknown`)}
          style={{ flex: '3 1 13rem' }}
        />
        <Select
          aria-label={t('relation')}
          allowDeselect={false}
          disabled={row.name === ''}
          data={relations}
          value={`${row.relation}${isCompared ? ' other' : ''}`}
          onChange={(chosen) => chosen && onChange(withRelation(row, chosen))}
          style={{ flex: '2 1 9rem' }}
        />
        {needsValue(row.relation) && <ConditionValue row={row} asked={asked} others={others} onChange={onChange} />}
      </Group>
      <ActionIcon variant="default" size="lg" aria-label={t('removeCondition', { number })} onClick={onRemove}>
        <span aria-hidden="true">✕</span>
      </ActionIcon>
    </Group>
  );
};

const withRelation = ({ name, values, other }: Row, chosen: string): Row => {
  const [relation, isOther] = chosen.split(' ') as [Relation, string?];
  if (!needsValue(relation)) return { name, relation, values: [] };
  if (isOther) return { name, relation, values: [], other: other ?? '' };
  return { name, relation, values: takesList(relation) ? values : values.slice(0, 1) };
};
