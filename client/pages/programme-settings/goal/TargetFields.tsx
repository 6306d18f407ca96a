import { Group, NumberInput, Select, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Programme, Target } from '../../../../server/contract/programme.ts';
import { useText } from '../../../components/useText.ts';

export const numericKinds = ['atLeast', 'atMost', 'between', 'above', 'below'] as const;
export type TargetKind = (typeof numericKinds)[number] | 'aboveWave' | 'judged';
const allKinds: readonly TargetKind[] = [...numericKinds, 'aboveWave', 'judged'];

const kindOf = (target: Target | undefined): TargetKind | null =>
  allKinds.find((kind) => target !== undefined && kind in target) ?? null;
const numbersOf = (target: Target | undefined): [number | '', number | ''] => {
  const value: unknown = target === undefined ? undefined : Object.values(target)[0];
  if (Array.isArray(value)) return [value[0] as number, value[1] as number];
  return [typeof value === 'number' ? value : '', ''];
};
const make = (kind: TargetKind, [low, high]: [number | '', number | ''], word: string): Target => {
  if (kind === 'between') return { between: [Number(low), Number(high)] };
  if (kind === 'aboveWave') return { aboveWave: word };
  if (kind === 'judged') return { judged: word || 'yes' };
  return { [kind]: Number(low) } as Target;
};

interface Props {
  label: string;
  target: Target | undefined;
  kinds: readonly TargetKind[];
  /** Those that can be compared with. */
  waves: Programme['waves'];
  isNeeded?: boolean;
  error: string | undefined;
  onChange: (target: Target | undefined) => void;
}

/** One target, of whatever kind. */
export const TargetFields = ({ label, target, kinds, waves, isNeeded = false, error, onChange }: Props) => {
  const { t, i18n } = useTranslation('settings');
  const text = useText();
  const kind = kindOf(target);
  const numbers = numbersOf(target);
  const word =
    target && ('aboveWave' in target ? target.aboveWave : 'judged' in target ? target.judged : (waves[0]?.slug ?? ''));
  const isNumeric = numericKinds.some((each) => each === kind);
  const offered = kind === null || kinds.includes(kind) ? kinds : [...kinds, kind];
  const field = { decimalSeparator: i18n.language === 'en' ? '.' : ',', hideControls: true, flex: '1 1 6rem' } as const;
  return (
    <Group gap="sm" align="start">
      <Select
        label={label}
        placeholder={t('noTarget')}
        clearable={!isNeeded}
        allowDeselect={!isNeeded}
        flex="2 1 11rem"
        value={kind}
        error={error}
        data={offered.map((value) => ({ value, label: value === 'below' ? t('below_') : t(value) }))}
        onChange={(next) =>
          onChange(
            next ? make(next as TargetKind, numbers, next === 'judged' ? 'yes' : (waves[0]?.slug ?? '')) : undefined,
          )
        }
      />
      {kind !== null && isNumeric && (
        <NumberInput
          {...field}
          label={t('targetValue')}
          value={numbers[0]}
          onChange={(low) => onChange(make(kind, [Number(low), numbers[1]], ''))}
        />
      )}
      {kind === 'between' && (
        <NumberInput
          {...field}
          label={t('upTo')}
          value={numbers[1]}
          onChange={(high) => onChange(make(kind, [numbers[0], Number(high)], ''))}
        />
      )}
      {kind === 'aboveWave' && (
        <Select
          label={t('wave')}
          flex="1 1 8rem"
          allowDeselect={false}
          value={word || null}
          data={waves.map((wave) => ({ value: wave.slug, label: text(wave.title) }))}
          onChange={(wave) => onChange({ aboveWave: wave ?? '' })}
        />
      )}
      {kind === 'judged' && (
        <TextInput
          label={t('targetValue')}
          flex="1 1 8rem"
          value={word ?? ''}
          onChange={(event) => onChange({ judged: event.currentTarget.value })}
        />
      )}
    </Group>
  );
};
