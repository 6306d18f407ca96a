// Counts of two variables with their totals, as numbers, shares of the row or shares of the column.
import { Table as Grid } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Table } from '../../api/analysis.ts';
import { Savable } from '../../charts/saving/Savable.tsx';
import { useNumbers } from '../useNumbers.ts';
import './analysis.css';

export type Shown = 'counts' | 'rows' | 'columns';
interface Props {
  label: string;
  /** Above the names of the rows. */
  corner: string;
  rows: readonly string[];
  columns: readonly string[];
  table: Table;
  shown: Shown;
  total: boolean;
}

export const CountTable = ({ label, corner, rows, columns, table, shown, total }: Props) => {
  const { t } = useTranslation('analysis');
  const { whole, percent } = useNumbers();
  const count = (value: number | null | undefined) =>
    value === null || value === undefined ? <span className="quiet">{t('hidden')}</span> : whole(value);
  const share = (part: number | null | undefined, of: number | null | undefined) => {
    if (typeof part === 'number') return percent(part, 1);
    return of === 0 ? '–' : <span className="quiet">{t('hidden')}</span>;
  };
  const cell = (y: number, x: number) => {
    if (shown === 'counts') return count(table.counts[y]?.[x]);
    if (shown === 'rows') return share(table.rowShares[y]?.[x], table.rowTotals[y]);
    return share(table.columnShares[y]?.[x], table.columnTotals[x]);
  };
  const ofAll = (part: number | null | undefined) =>
    typeof part === 'number' && table.total ? share(part / table.total, null) : share(null, table.total);
  return (
    <Savable kind="table" title={label}>
      <Grid.ScrollContainer minWidth={Math.min(96 + (columns.length + 1) * 68, 900)}>
        <Grid aria-label={label} className="count-table">
          <Grid.Thead>
            <Grid.Tr>
              <Grid.Th scope="col">{corner}</Grid.Th>
              {columns.map((name) => (
                <Grid.Th key={name} scope="col" className="figure">
                  {name}
                </Grid.Th>
              ))}
              {total && (
                <Grid.Th scope="col" className="figure total">
                  {t('total')}
                </Grid.Th>
              )}
            </Grid.Tr>
          </Grid.Thead>
          <Grid.Tbody>
            {rows.map((name, y) => (
              <Grid.Tr key={name}>
                <Grid.Th scope="row" fw={500}>
                  {name}
                </Grid.Th>
                {columns.map((column, x) => (
                  <Grid.Td key={column} className="figure">
                    {cell(y, x)}
                  </Grid.Td>
                ))}
                {total && (
                  <Grid.Td className="figure total">
                    {shown === 'columns' ? ofAll(table.rowTotals[y]) : count(table.rowTotals[y])}
                  </Grid.Td>
                )}
              </Grid.Tr>
            ))}
            {total && (
              <Grid.Tr className="total">
                <Grid.Th scope="row">{t('total')}</Grid.Th>
                {columns.map((column, x) => (
                  <Grid.Td key={column} className="figure">
                    {shown === 'rows' ? ofAll(table.columnTotals[x]) : count(table.columnTotals[x])}
                  </Grid.Td>
                ))}
                <Grid.Td className="figure total">{count(table.total)}</Grid.Td>
              </Grid.Tr>
            )}
          </Grid.Tbody>
        </Grid>
      </Grid.ScrollContainer>
    </Savable>
  );
};
