import { Group, Paper, SegmentedControl, Select, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Programme } from '../../../server/contract/programme.ts';
import type { CrossTableChoices, Variable } from '../../api/analysis.ts';
import { useAnalysisNames } from '../../components/analysis/useAnalysisNames.ts';
import { useText } from '../../components/useText.ts';
import { type Chosen, type Crossable, keyOf, partnersOf } from './useChosen.ts';

interface Props {
  programme: Programme;
  choices: CrossTableChoices['choices'];
  chosen: Chosen;
}

export const Choose = ({ programme, choices, chosen }: Props) => {
  const { t } = useTranslation('analysis');
  const text = useText();
  const names = useAnalysisNames(programme);
  const { among, row, column, shown, set } = chosen;
  const populationName = (each: Crossable) =>
    each.population === 'responses'
      ? t('responsesTo', { survey: text(each.surveyTitle) || (each.survey ?? '') })
      : t(each.population);
  const options = (variables: readonly Variable[]) =>
    variables.map((each) => ({ value: each.name, label: names.variable(each) }));
  const wide = { base: '100%', sm: 280 };
  return (
    <Paper withBorder p="md" radius="md" className="no-print">
      <Stack gap="sm">
        <Group align="end" gap="sm">
          <Select
            label={t('population')}
            w={wide}
            allowDeselect={false}
            value={keyOf(among)}
            data={choices.map((each) => ({ value: keyOf(each), label: populationName(each) }))}
            onChange={(value) => value && set({ of: value })}
          />
          <Select
            label={t('row')}
            w={wide}
            allowDeselect={false}
            searchable={among.variables.length > 10}
            value={row}
            data={options(among.variables)}
            onChange={(value) => value && set({ row: value })}
          />
          <Select
            label={t('column')}
            w={wide}
            allowDeselect={false}
            searchable={among.variables.length > 10}
            value={column}
            data={options(partnersOf(among, row))}
            onChange={(value) => value && set({ column: value })}
          />
          <Stack gap={2}>
            <Text component="span" size="sm" fw={600} aria-hidden>
              {t('show')}
            </Text>
            <SegmentedControl
              aria-label={t('show')}
              value={shown}
              data={[
                { value: 'counts', label: t('number') },
                { value: 'rows', label: t('rowShares') },
                { value: 'columns', label: t('columnShares') },
              ]}
              onChange={(value) => set({ show: value })}
            />
          </Stack>
        </Group>
        {among.pairs !== null && (
          <Text size="sm" className="quiet">
            {t('only')}
          </Text>
        )}
      </Stack>
    </Paper>
  );
};
