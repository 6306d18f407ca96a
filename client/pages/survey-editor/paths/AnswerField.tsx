import { MultiSelect, NumberInput, Select, Text, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { AskedName } from '../../../components/condition/asked.ts';
import type { Plain } from '../../../components/condition/parsed.ts';
import { exampleOf } from '../../../components/survey/mask.ts';
import { type Json, textOf } from '../designer/document/tree.ts';

interface Props {
  element: Json;
  label: string;
  /** undefined for kinds whose answers are no plain values. */
  asked: AskedName | undefined;
  value: unknown;
  onChange: (value: unknown) => void;
}

const isSeveral = ({ type, multiSelect }: Json) =>
  type === 'checkbox' || type === 'tagbox' || type === 'ranking' || (type === 'imagepicker' && multiSelect === true);

/** An answer chosen as simply as can be: not as whoever answers is asked. */
export const AnswerField = ({ element, label, asked, value, onChange }: Props) => {
  const { t } = useTranslation('paths');
  const { t: masks } = useTranslation('masks');
  if (!asked)
    return (
      <div>
        <Text size="sm" fw={500}>
          {label}
        </Text>
        <Text size="sm" className="quiet">
          {value === undefined ? t('asJson') : <span className="written">{JSON.stringify(value)}</span>}
        </Text>
      </div>
    );
  const data = asked.values?.map((each) => ({ value: JSON.stringify(each.value), label: each.title }));
  const shared = { label, placeholder: t('unanswered') };
  if (data && isSeveral(element))
    return (
      <MultiSelect
        {...shared}
        clearable
        data={data}
        value={(Array.isArray(value) ? value : []).map((each) => JSON.stringify(each))}
        onChange={(next) => onChange(next.length > 0 ? next.map((each) => JSON.parse(each) as Plain) : undefined)}
      />
    );
  if (data)
    return (
      <Select
        {...shared}
        clearable
        data={data}
        value={value === undefined ? null : JSON.stringify(value)}
        onChange={(next) => onChange(next === null ? undefined : JSON.parse(next))}
      />
    );
  if (asked.kind === 'number')
    return (
      <NumberInput
        {...shared}
        hideControls
        value={typeof value === 'number' ? value : ''}
        onChange={(next) => onChange(typeof next === 'number' ? next : undefined)}
      />
    );
  const type = textOf(element.inputType) || 'text';
  const form = element.type === 'text' ? exampleOf(element)?.stored : undefined;
  return (
    <TextInput
      {...shared}
      description={form && masks('asStored', { example: form })}
      type={['date', 'month', 'time'].includes(type) ? type : 'text'}
      value={typeof value === 'string' ? value : ''}
      onChange={(event) => onChange(event.currentTarget.value || undefined)}
    />
  );
};
