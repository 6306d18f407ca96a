import { Select, SimpleGrid, Stack, Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Goal, ProgrammeInput } from '../../../server/contract/programme.ts';
import { TargetEditor } from './TargetEditor.tsx';

type GoalInput = NonNullable<ProgrammeInput['goals']>[number];
type Indicator = Goal['indicator'];

interface Props {
  goal: GoalInput;
  waves: NonNullable<ProgrammeInput['waves']>;
  errorAt: (path: string) => string | undefined;
  onChange: (goal: GoalInput) => void;
}

const populations = ['enrolments', 'exits', 'responses', 'assessed', 'followUps'] as const;
const measures = ['count', 'people', 'share', 'mean', 'meanChange', 'shareOfSites', 'judged'] as const;

/** Several questions are written with commas between; one is kept as it is. */
const readOf = (value: string, measure: Indicator['measure']): string | string[] | undefined => {
  const names = value.split(',').map((each) => each.trim());
  if (measure === 'meanChange' && names.length > 1) return names;
  return value || undefined;
};

export const GoalEditor = ({ goal, waves, errorAt, onChange }: Props) => {
  const { t } = useTranslation('settings');
  const { indicator } = goal;
  const set = (part: Partial<Indicator>) => {
    const next = { ...indicator, ...part };
    const given = Object.fromEntries(Object.entries(next).filter(([, value]) => value !== undefined && value !== ''));
    onChange({ ...goal, indicator: given as Indicator });
  };
  const counts = indicator.measure !== 'judged';
  const asks = ['share', 'mean', 'meanChange'].includes(indicator.measure);
  return (
    <Stack maw={720}>
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm">
        <TextInput
          label={t('textSv')}
          required
          value={goal.title.sv}
          error={errorAt('title.sv')}
          onChange={(event) => onChange({ ...goal, title: { ...goal.title, sv: event.currentTarget.value } })}
        />
        <TextInput
          label={t('textEn')}
          value={goal.title.en ?? ''}
          onChange={(event) => onChange({ ...goal, title: { ...goal.title, en: event.currentTarget.value } })}
        />
        <TextInput
          label={t('goalId')}
          required
          value={goal.id}
          error={errorAt('id')}
          onChange={(event) => onChange({ ...goal, id: event.currentTarget.value })}
        />
      </SimpleGrid>
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm">
        <Select
          label={t('measure')}
          allowDeselect={false}
          value={indicator.measure}
          error={errorAt('indicator.measure')}
          data={measures.map((value) => ({ value, label: value === 'judged' ? t('judgedMeasure') : t(value) }))}
          onChange={(measure) =>
            measure === 'judged'
              ? onChange({ ...goal, indicator: { measure } })
              : set({ measure: measure as Indicator['measure'] })
          }
        />
        {counts && (
          <Select
            label={t('population')}
            allowDeselect={false}
            value={indicator.population ?? null}
            error={errorAt('indicator.population')}
            data={populations.map((value) => ({ value, label: t(value) }))}
            onChange={(population) => set({ population: population as Indicator['population'] })}
          />
        )}
      </SimpleGrid>
      {indicator.population === 'responses' && (
        <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm">
          <TextInput
            label={t('survey')}
            required
            value={indicator.survey ?? ''}
            error={errorAt('indicator.survey')}
            onChange={(event) => set({ survey: event.currentTarget.value })}
          />
          <Select
            label={t('wave')}
            clearable
            value={indicator.wave ?? null}
            error={errorAt('indicator.wave')}
            data={[...new Set(waves.map((wave) => wave.slug))]}
            onChange={(wave) => set({ wave: wave ?? undefined })}
          />
        </SimpleGrid>
      )}
      {asks && (
        <Textarea
          label={t('of')}
          description={t('ofHelp')}
          autosize
          required
          value={Array.isArray(indicator.of) ? indicator.of.join(', ') : (indicator.of ?? '')}
          error={errorAt('indicator.of')}
          onChange={(event) => set({ of: readOf(event.currentTarget.value, indicator.measure) })}
        />
      )}
      {counts && (
        <Textarea
          label={t('where')}
          autosize
          value={indicator.where ?? ''}
          error={errorAt('indicator.where')}
          onChange={(event) => set({ where: event.currentTarget.value })}
        />
      )}
      {indicator.measure === 'share' && (
        <Select
          label={t('base')}
          value={indicator.base ?? ''}
          data={[
            { value: '', label: t('baseDefault') },
            { value: 'all', label: t('baseAll') },
            { value: 'answered', label: t('baseAnswered') },
          ]}
          onChange={(base) => set({ base: (base || undefined) as Indicator['base'] })}
        />
      )}
      <TargetEditor goal={goal} waves={waves} errorAt={errorAt} onChange={onChange} />
    </Stack>
  );
};
