// What a computed value is reckoned from: chosen, and written as SurveyJS's expression too.
import { Anchor, MultiSelect, NumberInput, Select, Stack, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemAdvice } from '../../../../components/survey/ProblemAdvice.tsx';
import { useCanvas, useProblems } from '../context.ts';
import { askedQuestions } from '../document/asked.ts';
import { type Computed, readComputed, reckonings, writeComputed } from '../document/computed.ts';
import { setProperty } from '../document/operations.ts';
import { inside, type Json, type Place, textOf } from '../document/tree.ts';
import { useAskedWords } from '../useAskedWords.ts';
import { useDefinition } from './definition.ts';

const isUnwritten = (expression: string) => expression.trim() === '' || expression.trim() === '1';

export const ComputedField = ({ element, place }: { element: Json; place: Place }) => {
  const { t } = useTranslation('logic');
  const { t: designer } = useTranslation('designer');
  const { t: conditions } = useTranslation('conditions');
  const { apply } = useCanvas();
  const expression = textOf(element.expression);
  const [begun, setBegun] = useState<{ from: string; computed: Computed }>();
  const [isText, setText] = useState(false);
  const computed = begun?.from === expression ? begun.computed : readComputed(expression);
  const [problem] = useProblems(place).filter(({ path }) => path === inside(place, 'expression'));
  const write = (text: string, join?: string) =>
    apply((whole) => setProperty(whole, place, 'expression', text), { ...(join && { join }) });
  const change = (next: Computed) => {
    const text = writeComputed(next) || expression;
    setBegun({ from: text, computed: next });
    if (text !== expression) write(text);
  };
  const year = new Date().getFullYear();
  const isChosen = computed !== undefined || isUnwritten(expression);
  return (
    <Stack gap={6} role="group" aria-label={designer('expression')} className="condition">
      {isChosen && !isText && (
        <>
          <Select
            label={t('reckoning')}
            placeholder={t('chooseReckoning')}
            maw={280}
            allowDeselect={false}
            data={reckonings.map((value) => ({ value, label: t(`reckonings.${value}`) }))}
            value={computed?.reckoning ?? null}
            onChange={(next) => {
              const reckoning = reckonings.find((each) => each === next);
              if (reckoning) change({ questions: [], ...computed, reckoning, year: computed?.year || year });
            }}
          />
          {computed && <Operands {...{ computed, place }} onChange={change} />}
        </>
      )}
      {(!isChosen || isText) && (
        <Textarea
          label={designer('expression')}
          description={isChosen ? designer('expressionHelp') : t('ownReckoning')}
          styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)' } }}
          spellCheck={false}
          autosize
          minRows={2}
          value={expression}
          onChange={(event) => write(event.currentTarget.value, `${place} expression`)}
        />
      )}
      {problem && (
        <Text size="sm" c="#9b1026" role="alert">
          ✕ <ProblemAdvice problem={problem} />
        </Text>
      )}
      {isChosen && (
        <Anchor
          component="button"
          type="button"
          size="sm"
          style={{ alignSelf: 'start' }}
          onClick={() => setText(!isText)}
        >
          {isText ? conditions('asRows') : conditions('asExpression')}
        </Anchor>
      )}
      {isChosen && !isText && !isUnwritten(expression) && (
        <Text size="xs" ff="monospace" className="quiet">
          {expression}
        </Text>
      )}
    </Stack>
  );
};

interface OperandProps {
  computed: Computed;
  place: Place;
  onChange: (computed: Computed) => void;
}

const Operands = ({ computed, place, onChange }: OperandProps) => {
  const { t } = useTranslation('logic');
  const { t: conditions } = useTranslation('conditions');
  const { form, shownLanguage } = useCanvas();
  const words = useAskedWords();
  const all = askedQuestions(useDefinition(), form, place, shownLanguage, words);
  const { reckoning, questions, year } = computed;
  const fitting = reckoning === 'count' ? all : all.filter(({ kind }) => kind === 'number');
  const unknown = questions.filter((name) => !fitting.some((each) => each.name === name));
  const data = [
    ...unknown.map((value) => ({ value, label: `${value}?` })),
    ...fitting.map(({ name, title }) => ({ value: name, label: `${title} (${name})` })),
  ];
  const error = unknown.length > 0 && conditions('questions.unknown');
  if (fitting.length === 0 && unknown.length === 0)
    return (
      <Text size="sm" className="quiet">
        {t('nothingToReckon')}
      </Text>
    );
  const one = (at: number, label: string) => (
    <Select
      {...{ label, data, error }}
      searchable
      allowDeselect={false}
      placeholder={conditions('questions.choose')}
      style={{ flex: '1 1 14rem' }}
      value={questions[at] ?? null}
      onChange={(name) => name && onChange({ ...computed, questions: questions.toSpliced(at, 1, name) })}
    />
  );
  if (reckoning === 'age')
    return (
      <div className="numbers">
        {one(0, t('birthYear'))}
        <NumberInput
          label={t('inYear')}
          w={120}
          hideControls
          allowDecimal={false}
          value={year}
          onChange={(next) => typeof next === 'number' && onChange({ ...computed, year: next })}
        />
      </div>
    );
  if (reckoning === 'difference')
    return (
      <div className="numbers">
        {one(0, t('from'))}
        {questions.length > 0 && one(1, t('minus'))}
      </div>
    );
  return (
    <MultiSelect
      label={t('of')}
      {...{ data, error }}
      searchable
      value={questions}
      onChange={(next) => onChange({ ...computed, questions: next })}
    />
  );
};
