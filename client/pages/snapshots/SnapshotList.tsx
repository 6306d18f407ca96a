import { Anchor, Paper, Stack, Table, Text } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { SnapshotHead } from '../../api/snapshots.ts';
import { timeText } from '../../components/survey/dates.ts';
import { ShortHash } from './ShortHash.tsx';
import { useSelectionWords } from './useSelectionWords.ts';

interface Props {
  snapshots: readonly SnapshotHead[];
}

export const SnapshotList = ({ snapshots }: Props) => {
  const narrow = useMediaQuery('(max-width: 48em)', false, { getInitialValueInEffect: false });
  return narrow ? <Cards snapshots={snapshots} /> : <Rows snapshots={snapshots} />;
};

const Rows = ({ snapshots }: Props) => {
  const { t } = useTranslation('snapshots');
  const selection = useSelectionWords();
  return (
    <Table aria-label={t('title')} highlightOnHover>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('name')}</Table.Th>
          <Table.Th>{t('frozen')}</Table.Th>
          <Table.Th>{t('frozenBy')}</Table.Th>
          <Table.Th>{t('selection')}</Table.Th>
          <Table.Th>{t('hash')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {snapshots.map((each) => (
          <Table.Tr key={each.id}>
            <Table.Th scope="row">
              <To snapshot={each} />
            </Table.Th>
            <Table.Td className="date">{timeText(each.createdAt)}</Table.Td>
            <Table.Td>{each.createdBy}</Table.Td>
            <Table.Td>{selection(each.minDays)}</Table.Td>
            <Table.Td>
              <ShortHash hash={each.hash} />
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
};

const Cards = ({ snapshots }: Props) => {
  const { t } = useTranslation('snapshots');
  const selection = useSelectionWords();
  return (
    <Stack component="ul" aria-label={t('title')} gap="xs" m={0} p={0} style={{ listStyle: 'none' }}>
      {snapshots.map((each) => (
        <Paper key={each.id} component="li" withBorder p="sm">
          <To snapshot={each} />
          <Text size="sm">{t('frozenAt', { date: timeText(each.createdAt), name: each.createdBy })}</Text>
          {each.minDays !== null && (
            <Text size="sm">
              {t('selection')}: {selection(each.minDays)}
            </Text>
          )}
          <Text size="sm" className="quiet">
            {t('hash')} <ShortHash hash={each.hash} />
          </Text>
        </Paper>
      ))}
    </Stack>
  );
};

const To = ({ snapshot }: { snapshot: SnapshotHead }) => (
  <Anchor component={Link} to={snapshot.id} relative="path" fw={600} style={{ overflowWrap: 'anywhere' }}>
    {snapshot.title}
  </Anchor>
);
