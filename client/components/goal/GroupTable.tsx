// The chart's figures to the letter, for those who do not see it, and for copying.
import { Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Goal } from '../../../server/contract/programme.ts';
import type { AnyGoalResult, GroupResult } from '../../api/results.ts';
import { Savable } from '../../charts/saving/Savable.tsx';
import { isStatus, StatusMark } from '../results/StatusMark.tsx';
import { isMean, isShare, useFigureWords } from '../results/useFigureWords.ts';
import { useRecords } from '../results/useRecords.ts';
import { useNumbers } from '../useNumbers.ts';
import { useText } from '../useText.ts';
import { type GroupRow, isEmpty } from './rows.ts';

interface Props {
  goal: Goal;
  result: AnyGoalResult;
  rows: readonly GroupRow[];
  variable: string;
}

export const GroupTable = ({ goal, result, rows, variable }: Props) => {
  const { t } = useTranslation('goals');
  const text = useText();
  const shown = rows.flatMap(({ result: each }) => (each.suppressed ? [] : [each]));
  const columns: Columns = {
    measure: result.measure,
    based: isShare(result.measure) || isMean(result.measure),
    rate: shown.some((each) => each.responseRate !== null),
    target: shown.some((each) => each.target !== null),
  };
  const { measure } = result;
  const { head, cells } = useRecords();
  const records = () => [
    [variable, ...head],
    ...rows.map((row) => [row.name, ...cells(row.result, measure)]),
    [t('total'), ...cells(result, measure)],
  ];
  return (
    <Savable kind="table" title={`${text(goal.title)}, ${variable.toLowerCase()}`} rows={records}>
      <Table.ScrollContainer minWidth={columns.based ? 480 : 280}>
        <Table aria-label={`${t('tableBelow')}: ${text(goal.title)}`}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{variable}</Table.Th>
              <Table.Th className="figure">{t('result')}</Table.Th>
              {columns.based && <Table.Th className="figure">{t('base')}</Table.Th>}
              <Table.Th className="figure">{t('lacking')}</Table.Th>
              {columns.based && <Table.Th className="figure">{t('interval')}</Table.Th>}
              {columns.rate && <Table.Th className="figure">{t('rate')}</Table.Th>}
              {columns.target && <Table.Th>{t('groupTarget')}</Table.Th>}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rows.map((row) => (
              <Table.Tr key={row.key} style={row.opens ? { borderTop: '2px solid var(--edge)' } : undefined}>
                <Table.Th scope="row" fw={500}>
                  {row.name}
                </Table.Th>
                {row.result.suppressed ? <Hidden columns={columns} /> : <Cells result={row.result} columns={columns} />}
              </Table.Tr>
            ))}
            {!result.suppressed && (
              <Table.Tr style={{ borderTop: '2px solid var(--quiet)' }}>
                <Table.Th scope="row">{t('total')}</Table.Th>
                <Cells result={result} columns={columns} />
              </Table.Tr>
            )}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </Savable>
  );
};

interface Columns {
  measure: string;
  based: boolean;
  rate: boolean;
  target: boolean;
}

const Hidden = ({ columns }: { columns: Columns }) => {
  const { t } = useTranslation('goals');
  const rest = 1 + (columns.based ? 2 : 0) + (columns.rate ? 1 : 0) + (columns.target ? 1 : 0);
  return (
    <>
      <Table.Td className="figure quiet">{t('hiddenGroup')}</Table.Td>
      <Table.Td colSpan={rest} />
    </>
  );
};

type Shown = Omit<GroupResult, 'by'>;
const Cells = ({ result, columns }: { result: Shown; columns: Columns }) => {
  const { t } = useTranslation('goals');
  const words = useFigureWords();
  const { percent, whole } = useNumbers();
  const { measure, based, rate, target } = columns;
  const nothing = result.value === null;
  const places = 1;
  return (
    <>
      <Table.Td className={`figure${nothing ? ' quiet' : ''}`}>
        {result.value === null
          ? isEmpty({ ...result, by: {} })
            ? t('noRows')
            : t('noData')
          : words.value(measure, result.value, places)}
      </Table.Td>
      {based && <Table.Td className="figure">{nothing ? '' : words.base(measure, result)}</Table.Td>}
      <Table.Td className="figure">{whole(result.missing)}</Table.Td>
      {based && <Table.Td className="figure">{result.ci95 && words.interval(measure, result.ci95, places)}</Table.Td>}
      {rate && (
        <Table.Td className="figure">
          {result.responseRate &&
            `${percent(result.responseRate.due ? result.responseRate.answered / result.responseRate.due : 0)} (${t('share', { numerator: whole(result.responseRate.answered), denominator: whole(result.responseRate.due) })})`}
        </Table.Td>
      )}
      {target && (
        <Table.Td>
          {result.target && <Text size="sm">{words.target(measure, result.target)}</Text>}
          {result.target && isStatus(result.status) && <StatusMark status={result.status} quiet />}
        </Table.Td>
      )}
    </>
  );
};
