import { Stack, Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Programme } from '../../../server/contract/programme.ts';
import type { AnyGoalResult } from '../../api/results.ts';
import { IntervalBar } from '../../charts/IntervalBar.tsx';
import { Savable } from '../../charts/saving/Savable.tsx';
import { StatusCell } from '../results/StatusCell.tsx';
import { useRecords } from '../results/useRecords.ts';
import { useText } from '../useText.ts';
import { GoalLink } from './GoalLink.tsx';
import { useRow } from './useRow.ts';

interface Props {
  programme: Programme;
  goals: readonly AnyGoalResult[];
  caption: string;
  /** Without columns for target and status, which these figures do not have. */
  plain?: boolean;
  /** Goals stand on the same page. */
  within?: boolean;
}

export const GoalTable = ({ programme, goals, caption, plain = false, within = false }: Props) => {
  const { t } = useTranslation('goals');
  const text = useText();
  const { head, cells } = useRecords();
  const records = () => [
    [t('goal'), ...head],
    ...goals.map((goal) => [text(goal.title), ...cells(goal, goal.measure)]),
  ];
  return (
    <Savable kind="table" title={caption} rows={records}>
      <Table.ScrollContainer minWidth={720}>
        <Table aria-label={caption} highlightOnHover>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('goal')}</Table.Th>
              {!plain && <Table.Th>{t('target')}</Table.Th>}
              <Table.Th className="figure">{t('result')}</Table.Th>
              <Table.Th className="figure">{t('base')}</Table.Th>
              <Table.Th>{t('interval')}</Table.Th>
              {!plain && <Table.Th>{t('status')}</Table.Th>}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {goals.map((goal) => (
              <Row key={goal.id} programme={programme} goal={goal} plain={plain} within={within} />
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </Savable>
  );
};

type RowProps = Required<Pick<Props, 'programme' | 'plain' | 'within'>> & { goal: AnyGoalResult };
const Row = ({ programme, goal, plain, within }: RowProps) => {
  const { target, value, base, missing, picture } = useRow(programme, goal);
  return (
    <Table.Tr>
      <Table.Th scope="row" fw={400} maw={320}>
        <GoalLink goal={goal} within={within} />
      </Table.Th>
      {!plain && <Table.Td>{target}</Table.Td>}
      <Table.Td className="figure">
        <Text component="span" fw={700} style={{ whiteSpace: 'nowrap' }}>
          {value}
        </Text>
      </Table.Td>
      <Table.Td className="figure">
        {base}
        {missing && (
          <Text size="xs" className="quiet">
            {missing}
          </Text>
        )}
      </Table.Td>
      <Table.Td>
        {picture && (
          <Stack gap={0}>
            <IntervalBar {...picture} />
            <Text size="xs" className="quiet figures" ta="start">
              {picture.words}
            </Text>
          </Stack>
        )}
      </Table.Td>
      {!plain && (
        <Table.Td>
          <StatusCell goal={goal} />
        </Table.Td>
      )}
    </Table.Tr>
  );
};
