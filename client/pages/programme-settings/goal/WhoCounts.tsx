import { Select, SimpleGrid } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useSurveys } from '../../../api/surveys.ts';
import { ConditionField } from '../../../components/condition/ConditionField.tsx';
import { useText } from '../../../components/useText.ts';
import { type Indicator, type PartProps, withIndicator } from './editing.ts';

const populations = ['enrolments', 'exits', 'responses', 'assessed', 'followUps'] as const;

/** Which rows: the population, of responses the survey and wave, and a condition that narrows them. */
export const WhoCounts = ({ goal, programme, names, errorAt, onChange }: PartProps) => {
  const { t } = useTranslation('settings');
  const { t: builder } = useTranslation('goalBuilder');
  const text = useText();
  const { population, survey, wave, where } = goal.indicator;
  const set = (part: Partial<Indicator>) => onChange(withIndicator(goal, part));
  const surveys = useSurveys(programme.slug).data?.filter(
    ({ kind, versions }) => kind === 'survey' && versions.length > 0,
  );
  const offered = [...new Map((surveys ?? []).map((each) => [each.name, text(each.title) || each.name]))];
  const known = offered.map(([value, label]) => ({ value, label: `${label} (${value})` }));
  const isUnknown = survey !== undefined && surveys !== undefined && !offered.some(([name]) => name === survey);
  const waves = programme.waves.filter((each) => each.survey === survey);
  const waveChoices = waves.map((each) => ({ value: each.slug, label: text(each.title) }));
  const otherWave = wave !== undefined && !waves.some(({ slug }) => slug === wave);
  const choose = (next: Indicator['population']) =>
    set({ population: next, ...(next !== 'responses' && { survey: undefined, wave: undefined }) });
  return (
    <>
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm">
        <Select
          label={t('population')}
          required
          allowDeselect={false}
          value={population ?? null}
          error={errorAt('indicator.population')}
          data={populations.map((value) => ({ value, label: t(value) }))}
          onChange={(next) => choose(next as Indicator['population'])}
        />
        {population === 'responses' && (
          <Select
            label={t('survey')}
            required
            allowDeselect={false}
            placeholder={builder('chooseSurvey')}
            value={survey ?? null}
            error={errorAt('indicator.survey') ?? (isUnknown && builder('unknownSurvey'))}
            data={isUnknown ? [...known, { value: survey, label: `${survey}?` }] : known}
            onChange={(next) => set({ survey: next ?? undefined, wave: undefined })}
          />
        )}
        {population === 'responses' && (waves.length > 0 || otherWave) && (
          <Select
            label={t('wave')}
            placeholder={builder('allWaves')}
            clearable
            value={wave ?? null}
            error={errorAt('indicator.wave')}
            data={otherWave ? [...waveChoices, { value: wave, label: `${wave}?` }] : waveChoices}
            onChange={(next) => set({ wave: next ?? undefined })}
          />
        )}
      </SimpleGrid>
      <ConditionField
        label={builder('where')}
        expression={where ?? ''}
        names={() => names}
        of="names"
        always={builder('everyRow')}
        error={errorAt('indicator.where')}
        onChange={(next) => set({ where: next })}
      />
    </>
  );
};
