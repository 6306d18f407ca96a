// When something is shown or required: chosen from questions and values, and written as SurveyJS's expression too.
import { Anchor, Button, Group, SegmentedControl, Stack, Text, TextInput } from '@mantine/core';
import { memo, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCanvas } from '../context.ts';
import { askedQuestions } from '../document/asked.ts';
import { type Condition, readCondition, writeCondition } from '../document/conditions.ts';
import { setProperty } from '../document/operations.ts';
import { type Json, type Place, textOf } from '../document/tree.ts';
import { ConditionRow } from './ConditionRow.tsx';
import { useDefinition } from './definition.ts';
import { sameButTexts } from './sameButTexts.ts';

interface Props {
  element: Json;
  place: Place;
  property: 'visibleIf' | 'requiredIf';
  label: string;
}

export const ConditionField = memo(({ element, place, property, label }: Props) => {
  const { t } = useTranslation('designer');
  const { apply, form, shownLanguage } = useCanvas();
  const expression = textOf(element[property]);
  const [begun, setBegun] = useState<{ from: string; condition: Condition }>();
  const [isText, setText] = useState(false);
  const definition = useDefinition();
  const words = { yes: t('yesWord'), no: t('noWord') };
  const read = useMemo(() => readCondition(expression), [expression]);
  // Rows that are not whole yet stand in no expression: they are kept here until they are.
  const condition = begun?.from === expression ? begun.condition : read;
  const set = (text: string, join?: string) =>
    apply((whole) => setProperty(whole, place, property, text === '' ? undefined : text), { ...(join && { join }) });
  const change = (next: Condition | undefined) => {
    const text = next ? writeCondition(next) : '';
    setBegun(next && { from: text, condition: next });
    if (text !== expression) set(text);
  };
  const isSometimes = expression.trim() !== '' || (condition?.rows.length ?? 0) > 0;
  const questions = isSometimes ? askedQuestions(definition, form, place, shownLanguage, words) : [];
  const first = { question: '', relation: 'equal', values: [] } as const;
  const addRow = (base: Condition) => change({ ...base, rows: [...base.rows, { ...first, values: [] }] });
  return (
    <Stack gap={6} role="group" aria-label={label} className="condition">
      <Group gap="sm">
        <Text size="sm" fw={600}>
          {label}
        </Text>
        <SegmentedControl
          size="xs"
          aria-label={label}
          value={isSometimes ? 'when' : 'always'}
          onChange={(value) => (value === 'when' ? addRow({ join: 'and', rows: [] }) : change(undefined))}
          data={[
            { value: 'always', label: property === 'visibleIf' ? t('always') : t('never') },
            { value: 'when', label: t('when') },
          ]}
        />
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
          onChange={(event) => set(event.currentTarget.value, `${place} ${property}`)}
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
    </Stack>
  );
}, sameButTexts);
