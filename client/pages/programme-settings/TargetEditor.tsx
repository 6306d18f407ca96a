import { NumberInput, Select, SimpleGrid, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ProgrammeInput, Target } from '../../../server/contract/programme.ts';

type GoalInput = NonNullable<ProgrammeInput['goals']>[number];
const kinds = ['atLeast', 'atMost', 'between', 'above', 'below', 'aboveWave', 'judged'] as const;
type Kind = (typeof kinds)[number];

const kindOf = (target: Target | undefined): Kind | null =>
  kinds.find((kind) => target !== undefined && kind in target) ?? null;
const numbersOf = (target: Target | undefined): [number | '', number | ''] => {
  const value: unknown = target === undefined ? undefined : Object.values(target)[0];
  if (Array.isArray(value)) return [value[0] as number, value[1] as number];
  return [typeof value === 'number' ? value : '', ''];
};
const make = (kind: Kind, [low, high]: [number | '', number | ''], word: string): Target => {
  if (kind === 'between') return { between: [Number(low), Number(high)] };
  if (kind === 'aboveWave') return { aboveWave: word };
  if (kind === 'judged') return { judged: word || 'yes' };
  return { [kind]: Number(low) } as Target;
};

interface Props {
  goal: GoalInput;
  waves: NonNullable<ProgrammeInput['waves']>;
  errorAt: (path: string) => string | undefined;
  onChange: (goal: GoalInput) => void;
}

export const TargetEditor = ({ goal, waves, errorAt, onChange }: Props) => {
  const { t } = useTranslation('settings');
  const kind = kindOf(goal.target);
  const numbers = numbersOf(goal.target);
  const word =
    goal.target &&
    ('aboveWave' in goal.target ? goal.target.aboveWave : 'judged' in goal.target ? goal.target.judged : '');
  const set = (target: Target | undefined) => {
    const { target: _, ...rest } = goal;
    onChange(target === undefined ? rest : { ...rest, target });
  };
  const numeric = kind !== null && kind !== 'aboveWave' && kind !== 'judged';
  return (
    <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm">
      <Select
        label={t('target')}
        placeholder={t('noTarget')}
        clearable
        value={kind}
        error={errorAt('target')}
        data={kinds.map((value) => ({ value, label: value === 'below' ? t('below_') : t(value) }))}
        onChange={(next) => set(next ? make(next as Kind, numbers, word || waves[0]?.slug || 'yes') : undefined)}
      />
      {numeric && (
        <NumberInput
          label={t('targetValue')}
          description={t('targetValueHelp')}
          decimalSeparator=","
          value={numbers[0]}
          onChange={(low) => set(make(kind, [Number(low), numbers[1]], ''))}
        />
      )}
      {kind === 'between' && (
        <NumberInput
          label={t('upTo')}
          decimalSeparator=","
          value={numbers[1]}
          onChange={(high) => set(make(kind, [numbers[0], Number(high)], ''))}
        />
      )}
      {kind === 'aboveWave' && (
        <Select
          label={t('wave')}
          allowDeselect={false}
          value={word || null}
          data={[...new Set(waves.map((wave) => wave.slug))]}
          onChange={(wave) => set({ aboveWave: wave ?? '' })}
        />
      )}
      {kind === 'judged' && (
        <TextInput
          label={t('targetValue')}
          value={word ?? ''}
          onChange={(event) => set({ judged: event.currentTarget.value })}
        />
      )}
      {numeric && (
        <NumberInput
          label={t('near')}
          decimalSeparator=","
          min={0}
          value={goal.near ?? ''}
          error={errorAt('near')}
          onChange={(near) => {
            const { near: _, ...rest } = goal;
            onChange(near === '' ? rest : { ...rest, near: Number(near) });
          }}
        />
      )}
    </SimpleGrid>
  );
};
