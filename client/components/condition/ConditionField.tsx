// When something holds: chosen from names and values, and written as SurveyJS's expression too. What the rows cannot show stays text.
import { Anchor, Button, Group, Input, SegmentedControl, Stack, Text, Textarea } from '@mantine/core';
import { useId, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AskedName, AskedOf } from './asked.ts';
import { ConditionRow } from './ConditionRow.tsx';
import { type Condition, type Row, readCondition, writeCondition } from './conditions.ts';
import './condition.css';

interface Props {
  label: string;
  expression: string;
  /** Of a long survey they take a while to find: asked for where there is a condition to show. */
  names: () => readonly AskedName[];
  of: AskedOf;
  /** What it is called when there is no condition; absent where there must be one. */
  always?: string;
  /** Asked for in the first row where there must be a condition. */
  first?: string;
  error?: string | undefined;
  /** @param isTyped letter by letter, as text */
  onChange: (expression: string, isTyped: boolean) => void;
}
const emptyRow: Row = { name: '', relation: 'equal', values: [] };
const rowAbout = (name: string | undefined, names: readonly AskedName[]): Row => {
  const asked = names.find((each) => each.name === name);
  return asked ? { ...emptyRow, name: asked.name, relation: asked.relations[0] ?? emptyRow.relation } : emptyRow;
};

export const ConditionField = ({ label, expression, names, of, always, first, error, onChange }: Props) => {
  const { t } = useTranslation('conditions');
  const [begun, setBegun] = useState<{ from: string; condition: Condition }>();
  const [isText, setText] = useState(false);
  const errorId = useId();
  const read = useMemo(() => readCondition(expression), [expression]);
  // Rows that are not whole yet stand in no expression: they are kept here until they are.
  const kept = begun?.from === expression ? begun.condition : read;
  const condition =
    always === undefined && kept?.rows.length === 0 ? { ...kept, rows: [rowAbout(first, names())] } : kept;
  const change = (next: Condition | undefined) => {
    const text = next ? writeCondition(next) : '';
    setBegun(next && { from: text, condition: next });
    if (text !== expression) onChange(text, false);
  };
  const isSometimes = expression.trim() !== '' || (condition?.rows.length ?? 0) > 0;
  return (
    <Stack gap={6} role="group" aria-label={label} aria-describedby={error ? errorId : undefined} className="condition">
      <Group gap="sm">
        <Text size="sm" fw={600}>
          {label}
        </Text>
        {always !== undefined && (
          <SegmentedControl
            size="xs"
            aria-label={label}
            value={isSometimes ? 'when' : 'always'}
            onChange={(value) => change(value === 'when' ? { join: 'and', rows: [emptyRow] } : undefined)}
            data={[
              { value: 'always', label: always },
              { value: 'when', label: t(`${of}.when`) },
            ]}
          />
        )}
      </Group>
      {isSometimes && condition && !isText && (
        <>
          <Rows condition={condition} names={names()} of={of} change={change} />
          <Group gap="sm">
            <Button
              variant="default"
              size="xs"
              leftSection="+"
              onClick={() => change({ ...condition, rows: [...condition.rows, emptyRow] })}
            >
              {t('addCondition')}
            </Button>
            <Anchor component="button" type="button" size="sm" onClick={() => setText(true)}>
              {t('asExpression')}
            </Anchor>
          </Group>
          {expression !== '' && (
            <Text size="xs" ff="monospace" className="quiet condition-text">
              {expression}
            </Text>
          )}
        </>
      )}
      {isSometimes && (!condition || isText) && (
        <Textarea
          aria-label={`${label}: ${t('asExpression')}`}
          description={condition ? undefined : t('ownExpression')}
          classNames={{ input: 'condition-text' }}
          autosize
          spellCheck={false}
          value={expression}
          onChange={(event) => onChange(event.currentTarget.value, true)}
        />
      )}
      {isSometimes && condition && isText && (
        <Anchor component="button" type="button" size="sm" onClick={() => setText(false)}>
          {t('asRows')}
        </Anchor>
      )}
      {error && (
        <Input.Error id={errorId} className="condition-error">
          {error}
        </Input.Error>
      )}
    </Stack>
  );
};

interface RowsProps {
  condition: Condition;
  names: readonly AskedName[];
  of: AskedOf;
  change: (next: Condition) => void;
}

const Rows = ({ condition, names, of, change }: RowsProps) => {
  const { t } = useTranslation('conditions');
  return (
    <>
      {condition.rows.length > 1 && (
        <SegmentedControl
          size="xs"
          aria-label={t('joined')}
          value={condition.join}
          onChange={(join) => change({ ...condition, join: join as Condition['join'] })}
          data={[
            { value: 'and', label: t('all') },
            { value: 'or', label: t('any') },
          ]}
        />
      )}
      {condition.rows.map((row, at) => (
        <ConditionRow
          // biome-ignore lint/suspicious/noArrayIndexKey: a row is known by its position alone
          key={at}
          row={row}
          number={at + 1}
          names={names}
          of={of}
          onChange={(next) => change({ ...condition, rows: condition.rows.with(at, next) })}
          onRemove={() => change({ ...condition, rows: condition.rows.toSpliced(at, 1) })}
        />
      ))}
    </>
  );
};
