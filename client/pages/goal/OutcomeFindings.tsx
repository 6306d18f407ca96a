import { Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Programme } from '../../../server/contract/programme.ts';
import type { Distribution, OutcomeTable } from '../../api/analysis.ts';
import { CountTable } from '../../components/analysis/CountTable.tsx';
import { TestWords } from '../../components/analysis/TestWords.tsx';
import { useAnalysisNames } from '../../components/analysis/useAnalysisNames.ts';
import { useGroupNames } from '../../components/results/useGroupNames.ts';

interface Props {
  programme: Programme;
  outcome: OutcomeTable;
  /** What the columns are values of, when they are answers. */
  of: Distribution | undefined;
}
const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);

/** Groups against the outcome: counts, shares of each group, and the test. */
export const OutcomeFindings = ({ programme, outcome, of }: Props) => {
  const { t } = useTranslation('analysis');
  const names = useAnalysisNames(programme);
  const { variable } = useGroupNames(programme);
  const { groups, columns, hiddenGroups } = outcome;
  const steps = { up: t('up'), same: t('same'), down: t('down') };
  const label = (column: OutcomeTable['columns'][number]): string => {
    if (outcome.outcome === 'share') return t(column.value === true ? 'holds' : 'holdsNot');
    if (outcome.outcome === 'change') return steps[column.value as keyof typeof steps];
    return of ? names.category(of, column) : String(column.value);
  };
  const corner = Object.keys(groups[0] ?? {})
    .toReversed()
    .map(variable)
    .join(' × ');
  const parts = { rows: groups.map(names.group), columns: columns.map(label), table: outcome, total: true };
  return (
    <Stack gap={4}>
      <Title order={3}>{t('outcome')}</Title>
      <TestWords test={outcome.test} noTest={outcome.noTest} />
      {hiddenGroups > 0 && (
        <Text size="sm" className="quiet">
          {t('outsideTable', { count: hiddenGroups })}
        </Text>
      )}
      <details>
        <summary>{t('asTable')}</summary>
        <CountTable label={`${t('outcome')}, ${t('number')}`} corner={capital(corner)} shown="counts" {...parts} />
        <CountTable label={`${t('outcome')}, ${t('rowShares')}`} corner={capital(corner)} shown="rows" {...parts} />
      </details>
    </Stack>
  );
};
