import { Table } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Goal } from '../../../server/contract/programme.ts';
import type { TimelinePoint } from '../../api/analysis.ts';
import type { Cell } from '../../charts/saving/csv.ts';
import { Savable } from '../../charts/saving/Savable.tsx';
import { isStatus, StatusMark } from '../../components/results/StatusMark.tsx';
import { isMean, isShare, useFigureWords } from '../../components/results/useFigureWords.ts';
import { useNumbers } from '../../components/useNumbers.ts';
import { useText } from '../../components/useText.ts';

interface Props {
  goal: Goal;
  points: readonly TimelinePoint[];
}

/** The chart's figures to the letter. */
export const TimelineTable = ({ goal, points }: Props) => {
  const { t } = useTranslation('timeline');
  const { t: goals } = useTranslation('goals');
  const text = useText();
  const words = useFigureWords();
  const { whole } = useNumbers();
  const records = useRecordsOf(points);
  const { measure } = goal.indicator;
  const isBased = isShare(measure) || isMean(measure);
  const hasTarget = points.some(({ status }) => status !== null);
  const monthOf = ({ from, month, day }: TimelinePoint, isLast: boolean) => {
    const name = isLast && !isLastOfMonth(day) ? t('toDate', { month, day }) : month;
    return from === month ? name : t('months', { from, month: name });
  };
  return (
    <Savable kind="table" title={`${text(goal.title)}, ${t('title').toLowerCase()}`} rows={records}>
      <Table.ScrollContainer minWidth={isBased ? 520 : 280}>
        <Table aria-label={`${t('title')}: ${text(goal.title)}`} className="count-table">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('month')}</Table.Th>
              <Table.Th className="figure">{goals('result')}</Table.Th>
              {isBased && <Table.Th className="figure">{goals('base')}</Table.Th>}
              <Table.Th className="figure">{goals('lacking')}</Table.Th>
              {isBased && <Table.Th className="figure">{goals('interval')}</Table.Th>}
              {hasTarget && <Table.Th>{t('status')}</Table.Th>}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {points.map((point, at) => (
              <Table.Tr key={point.month}>
                <Table.Th scope="row" fw={500}>
                  {monthOf(point, at === points.length - 1)}
                </Table.Th>
                <Table.Td className="figure">
                  {point.value === null ? goals('noData') : words.value(measure, point.value, 1)}
                </Table.Td>
                {isBased && <Table.Td className="figure">{words.base(measure, point)}</Table.Td>}
                <Table.Td className="figure">{whole(point.missing)}</Table.Td>
                {isBased && (
                  <Table.Td className="figure">{point.ci95 && words.interval(measure, point.ci95, 1)}</Table.Td>
                )}
                {hasTarget && (
                  <Table.Td>{isStatus(point.status) && <StatusMark status={point.status} quiet />}</Table.Td>
                )}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </Savable>
  );
};

const isLastOfMonth = (day: string) => new Date(Date.parse(day) + 86_400_000).getUTCDate() === 1;

const useRecordsOf = (points: readonly TimelinePoint[]) => {
  const { t } = useTranslation('timeline');
  const { t: saving } = useTranslation('saving');
  const columns = ['value', 'numerator', 'denominator', 'n', 'missing', 'sd', 'low', 'high'] as const;
  return (): Cell[][] => [
    [t('from'), t('month'), ...columns.map((name) => saving(name))],
    ...points.map(({ from, month, value, numerator, denominator, n, missing, sd, ci95 }) => [
      ...[from, month, value, numerator, denominator, n, missing, sd, ci95?.[0] ?? null, ci95?.[1] ?? null],
    ]),
  ];
};
