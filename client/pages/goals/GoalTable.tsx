import { Anchor, Stack, Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router';
import type { Programme } from '../../../server/contract/programme.ts';
import type { AnyGoalResult } from '../../api/results.ts';
import { IntervalBar } from '../../charts/IntervalBar.tsx';
import { StatusCell } from '../../components/results/StatusCell.tsx';
import { useText } from '../../components/useText.ts';
import { useRow } from './useRow.ts';

interface Props {
  programme: Programme;
  goals: readonly AnyGoalResult[];
  caption: string;
  /** Without columns for target and status, which these figures do not have. */
  plain?: boolean;
}

export const GoalTable = ({ programme, goals, caption, plain = false }: Props) => {
  const { t } = useTranslation('goals');
  return (
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
            <Row key={goal.id} programme={programme} goal={goal} plain={plain} />
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
};

const Row = ({ programme, goal, plain }: { programme: Programme; goal: AnyGoalResult; plain: boolean }) => {
  const text = useText();
  const { search } = useLocation();
  const { target, value, base, missing, picture } = useRow(programme, goal);
  return (
    <Table.Tr>
      <Table.Th scope="row" fw={400} maw={320}>
        <Anchor component={Link} to={`${goal.id}${search}`} relative="path" fw={600}>
          {text(goal.title)}
        </Anchor>
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
