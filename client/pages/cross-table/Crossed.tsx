import { Alert, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Programme } from '../../../server/contract/programme.ts';
import { type CrossTable, useCrossTable } from '../../api/analysis.ts';
import { FiguresOf } from '../../charts/saving/FiguresOf.tsx';
import { CountTable, type Shown } from '../../components/analysis/CountTable.tsx';
import { TestWords } from '../../components/analysis/TestWords.tsx';
import { useAnalysisNames } from '../../components/analysis/useAnalysisNames.ts';
import { Loading } from '../../components/Loading.tsx';
import { ProblemNotice } from '../../components/ProblemNotice.tsx';
import { Section } from '../../components/Section.tsx';
import { useNumbers } from '../../components/useNumbers.ts';
import { pruned } from './pruned.ts';
import type { Chosen } from './useChosen.ts';

export const Crossed = ({ programme, chosen }: { programme: Programme; chosen: Chosen }) => {
  const { among, row, column, shown } = chosen;
  const { population, survey } = among;
  const table = useCrossTable(programme.slug, { population, survey, row, column });
  if (table.error) return <ProblemNotice error={table.error} onAgain={() => table.refetch()} />;
  if (!table.data) return <Loading />;
  return (
    <FiguresOf part={programme.slug} day={table.data.computedAt.slice(0, 10)}>
      <Found programme={programme} table={table.data} shown={shown} />
    </FiguresOf>
  );
};

/** A whole question in the corner would push the numbers away; the heading has it. */
const longest = 24;

const Found = ({ programme, table, shown }: { programme: Programme; table: CrossTable; shown: Shown }) => {
  const { t } = useTranslation('analysis');
  const { t: goals } = useTranslation('goals');
  const { whole } = useNumbers();
  const names = useAnalysisNames(programme);
  const rowName = names.variable(table.row);
  const title = `${rowName} × ${names.variable(table.column)}`;
  if (table.suppressed || table.total === 0)
    return (
      <Section title={title}>
        <Text className="quiet">{t(table.suppressed ? 'suppressed' : 'crossNobody')}</Text>
      </Section>
    );
  const kept = pruned(table);
  const hidden = kept.counts.some((line) => line.includes(null));
  const notes = [
    ...(hidden ? [t('crossHidden')] : []),
    ...(table.missing ? [t('crossMissing', { missing: whole(table.missing) })] : []),
    ...(table.row.multiple || table.column.multiple ? [t('crossMultiple')] : []),
  ];
  return (
    <Section title={title}>
      <Stack gap="sm">
        <CountTable
          label={title}
          corner={rowName.length > longest ? t('row') : rowName}
          rows={kept.row.categories.map((each) => names.category(table.row, each))}
          columns={kept.column.categories.map((each) => names.category(table.column, each))}
          table={kept}
          shown={shown}
          total
        />
        {table.versionsNotComparable && (
          <Alert color="yellow" variant="light" p="xs">
            <Text size="sm">{goals('versionsNotComparable')}</Text>
          </Alert>
        )}
        {notes.length > 0 && (
          <Text size="sm" className="quiet" maw="44rem">
            {notes.join(' ')}
          </Text>
        )}
        <TestWords test={table.test} noTest={table.noTest} />
      </Stack>
    </Section>
  );
};
