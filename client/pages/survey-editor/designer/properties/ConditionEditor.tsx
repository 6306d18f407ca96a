// A condition chosen from questions and values, and written as SurveyJS's expression too.
import { Anchor, Button, Group, SegmentedControl, Text, TextInput } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AskedQuestion } from '../document/asked.ts';
import { type Condition, readCondition, writeCondition } from '../document/conditions.ts';
import { ConditionRow } from './ConditionRow.tsx';

interface Props {
  expression: string;
  label: string;
  questions: readonly AskedQuestion[];
  /** @param isTyped a key among others, to be undone with them */
  onChange: (expression: string, isTyped: boolean) => void;
  /** What can be chosen instead of a condition; without it there always is one. */
  otherwise?: string;
  /** Asked for in the first row. */
  first?: string;
}

export const ConditionEditor = ({ expression, label, questions, onChange, otherwise, first = '' }: Props) => {
  const { t } = useTranslation('designer');
  const [begun, setBegun] = useState<{ from: string; condition: Condition }>();
  const [isText, setText] = useState(false);
  const read = useMemo(() => readCondition(expression), [expression]);
  // Rows that are not whole yet stand in no expression: they are kept here until they are.
  const known = begun?.from === expression ? begun.condition : read;
  const newRow = (question: string) => {
    const asked = questions.find(({ name }) => name === question);
    return { question: asked ? question : '', relation: asked?.relations[0] ?? ('equal' as const), values: [] };
  };
  const isBare = otherwise === undefined && known?.rows.length === 0;
  const condition = isBare ? { join: 'and' as const, rows: [newRow(first)] } : known;
  const change = (next: Condition | undefined) => {
    const text = next ? writeCondition(next) : '';
    setBegun(next && { from: text, condition: next });
    if (text !== expression) onChange(text, false);
  };
  const isSometimes = expression.trim() !== '' || (condition?.rows.length ?? 0) > 0;
  const addRow = (base: Condition) => change({ ...base, rows: [...base.rows, newRow('')] });
  return (
    <>
      <Group gap="sm">
        <Text size="sm" fw={600}>
          {label}
        </Text>
        {otherwise !== undefined && (
          <SegmentedControl
            size="xs"
            aria-label={label}
            value={isSometimes ? 'when' : 'always'}
            onChange={(value) => (value === 'when' ? addRow({ join: 'and', rows: [] }) : change(undefined))}
            data={[
              { value: 'always', label: otherwise },
              { value: 'when', label: t('when') },
            ]}
          />
        )}
      </Group>
      {isSometimes && condition && !isText && (
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
              questions={questions}
              onChange={(next) => change({ ...condition, rows: condition.rows.with(at, next) })}
              onRemove={() => change({ ...condition, rows: condition.rows.toSpliced(at, 1) })}
            />
          ))}
          <Group gap="sm">
            <Button variant="default" size="xs" leftSection="+" onClick={() => addRow(condition)}>
              {t('addCondition')}
            </Button>
            <Anchor component="button" type="button" size="sm" onClick={() => setText(true)}>
              {t('asExpression')}
            </Anchor>
          </Group>
        </>
      )}
      {isSometimes && (!condition || isText) && (
        <TextInput
          aria-label={`${label}: ${t('asExpression')}`}
          description={condition ? undefined : t('ownExpression')}
          ff="monospace"
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
      {isSometimes && condition && !isText && expression !== '' && (
        <Text size="xs" ff="monospace" className="quiet">
          {expression}
        </Text>
      )}
    </>
  );
};
