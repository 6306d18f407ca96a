import { Alert, Group, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Goal, Programme } from '../../../server/contract/programme.ts';
import type { AnyGoalResult } from '../../api/results.ts';
import { useFigureWords } from '../results/useFigureWords.ts';
import { useNumbers } from '../useNumbers.ts';
import { useText } from '../useText.ts';

interface Props {
  programme: Programme;
  goal: Goal;
  /** All rows. */
  whole: AnyGoalResult;
  /** Only those that the filter lets through, and what the filter says. */
  filtered: { result: AnyGoalResult; words: string } | undefined;
}

/** The goal's figure; with a filter on, all and the filtered stand side by side. */
export const Figures = ({ programme, goal, whole, filtered }: Props) => {
  const { t } = useTranslation('goals');
  const text = useText();
  const words = useFigureWords();
  const waveTitle = (slug: string) => text(programme.waves.find((each) => each.slug === slug)?.title) || slug;
  const warnings = [...new Set([...whole.warnings, ...(filtered?.result.warnings ?? [])])];
  return (
    <Stack gap="sm">
      <Group gap="xl" align="start">
        <Figure label={filtered && t('whole')} result={whole} />
        {filtered && <Figure label={`${t('filtered')}: ${filtered.words}`} result={filtered.result} />}
        {goal.target && (
          <div>
            <Text size="sm" className="quiet">
              {t('target')}
            </Text>
            <Text fz={26} lh={1.3}>
              {words.target(whole.measure, goal.target, waveTitle)}
            </Text>
            {goal.near !== undefined && goal.near > 0 && (
              <Text size="sm" className="quiet">
                {t('nearBy', { value: words.goalValue(whole.measure, goal.near) })}
              </Text>
            )}
          </div>
        )}
      </Group>
      {warnings.map((warning) => (
        <Alert key={warning} color="yellow" variant="light" p="xs">
          <Text size="sm">{t(warning)}</Text>
        </Alert>
      ))}
    </Stack>
  );
};

const Figure = ({ label, result }: { label: string | undefined; result: AnyGoalResult }) => {
  const { t } = useTranslation('goals');
  const words = useFigureWords();
  const { percent, whole } = useNumbers();
  const { measure } = result;
  const lines = (): string[] => {
    if (result.suppressed) return [t('hiddenTotal')];
    const { missing, ci95, responseRate: rate } = result;
    return [
      ...(result.value === null ? [] : [words.base(measure, result)]),
      ...(missing > 0 ? [t('missing', { missing: whole(missing) })] : []),
      ...(ci95 ? [t('howSure', { interval: words.interval(measure, ci95, 1) })] : []),
      ...(rate && rate.due > 0
        ? [t('responseRate', { rate: percent(rate.answered / rate.due), answered: rate.answered, due: rate.due })]
        : []),
    ].filter(Boolean);
  };
  const value = result.suppressed
    ? t('hidden')
    : result.value === null
      ? t('noData')
      : words.value(measure, result.value);
  return (
    <div>
      {label && (
        <Text size="sm" className="quiet">
          {label}
        </Text>
      )}
      <Text fz={40} fw={700} lh={1.15} className="figures" ta="start">
        {value}
      </Text>
      {lines().map((line) => (
        <Text key={line} size="sm">
          {line}
        </Text>
      ))}
    </div>
  );
};
