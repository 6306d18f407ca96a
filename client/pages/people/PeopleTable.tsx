import { Anchor, Button, Group, SegmentedControl, Stack, Table, Text, TextInput, UnstyledButton } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { EnrolmentSummary } from '../../../server/contract/enrolment.ts';
import { useNumbers } from '../../components/useNumbers.ts';
import { nextOf } from './due.ts';
import { filterByName, inOrder, type Order, type OrderKey } from './order.ts';
import { useNames } from './useNames.ts';

interface Props {
  slug: string;
  rows: readonly EnrolmentSummary[];
  /** Titles by site, when the coordinator has several. */
  sites: Readonly<Record<string, string>> | undefined;
}
const step = 100;

export const PeopleTable = ({ slug, rows, sites }: Props) => {
  const { t } = useTranslation('people');
  const nameOf = useNames();
  const [searched, setSearched] = useState('');
  const [which, setWhich] = useState(rows.some((row) => row.end === null) ? 'ongoing' : 'all');
  const [order, setOrder] = useState<Order>({ by: 'name', down: false });
  const [most, setMost] = useState(step);
  const chosen = which === 'all' ? rows : rows.filter((row) => row.end === null);
  const found = inOrder(filterByName(chosen, searched, nameOf), order, nameOf);
  const sort = (by: OrderKey) => setOrder((now) => ({ by, down: now.by === by && !now.down }));
  return (
    <Stack gap="sm">
      <Group align="end" gap="sm">
        <TextInput
          label={t('search')}
          type="search"
          value={searched}
          onChange={(event) => setSearched(event.currentTarget.value)}
          style={{ flex: '1 1 14rem', maxWidth: 360 }}
        />
        <SegmentedControl
          aria-label={t('show')}
          value={which}
          onChange={setWhich}
          data={[
            { value: 'ongoing', label: t('ongoing') },
            { value: 'all', label: t('all') },
          ]}
        />
        <Text size="sm" className="quiet" role="status">
          {t('counted', { count: found.length })}
        </Text>
      </Group>
      {found.length === 0 ? (
        <Text>{searched ? t('noneFound') : t('noneOngoing')}</Text>
      ) : (
        <Table.ScrollContainer minWidth={720}>
          <Table striped aria-label={t('list')}>
            <Table.Thead>
              <Table.Tr>
                <SortHead by="name" order={order} onSort={sort} />
                {sites && <Table.Th>{t('site')}</Table.Th>}
                <SortHead by="start" order={order} onSort={sort} />
                <Table.Th>{t('status')}</Table.Th>
                <SortHead by="cards" order={order} onSort={sort} figure />
                <Table.Th>{t('lastCard')}</Table.Th>
                <Table.Th className="figure">{t('hours')}</Table.Th>
                <SortHead by="next" order={order} onSort={sort} />
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {found.slice(0, most).map((row) => (
                <Row key={row.enrolment} slug={slug} row={row} site={sites && (sites[row.site] ?? row.site)} />
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      )}
      {found.length > most && (
        <Button variant="default" onClick={() => setMost(most + step)} style={{ alignSelf: 'start' }}>
          {t('more', { count: Math.min(step, found.length - most) })}
        </Button>
      )}
    </Stack>
  );
};

const SortHead = (props: { by: OrderKey; order: Order; onSort: (by: OrderKey) => void; figure?: boolean }) => {
  const { t } = useTranslation('people');
  const { by, order, onSort, figure = false } = props;
  const sorted = order.by === by;
  const direction = order.down ? 'descending' : 'ascending';
  return (
    <Table.Th aria-sort={sorted ? direction : 'none'} {...(figure && { className: 'figure' })}>
      <UnstyledButton fw={700} fz="sm" mih={24} onClick={() => onSort(by)}>
        {t(by)}&nbsp;<span aria-hidden="true">{sorted ? (order.down ? '▼' : '▲') : '↕'}</span>
      </UnstyledButton>
    </Table.Th>
  );
};

const Row = ({ slug, row, site }: { slug: string; row: EnrolmentSummary; site: ReactNode }) => {
  const { t } = useTranslation('people');
  const nameOf = useNames();
  const { decimal } = useNumbers();
  const next = nextOf(row);
  const hours = row.lastActivity?.hoursPerWeek;
  const nextText = next && t(next.kind === 'followUpDue' ? 'nextFollowUp' : 'nextCard', { date: next.date });
  return (
    <Table.Tr>
      <Table.Td miw="11rem">
        <Anchor
          component={Link}
          fw={600}
          fz="sm"
          to={`/programmes/${slug}/people/${encodeURIComponent(row.enrolment)}`}
        >
          {nameOf(row)}
        </Anchor>
      </Table.Td>
      {site && <Table.Td>{site}</Table.Td>}
      <Table.Td style={{ whiteSpace: 'nowrap' }}>{row.start}</Table.Td>
      <Table.Td style={{ whiteSpace: 'nowrap' }}>{row.end ? t('exited', { date: row.end }) : t('isOngoing')}</Table.Td>
      <Table.Td className="figure">{row.cards}</Table.Td>
      <Table.Td style={{ whiteSpace: 'nowrap' }}>{row.lastCard ?? t('nothing')}</Table.Td>
      <Table.Td className="figure">
        {hours === undefined ? t('nothing') : decimal(hours, Number.isInteger(hours) ? 0 : 1)}
      </Table.Td>
      <Table.Td style={{ whiteSpace: 'nowrap' }}>{nextText ?? t('nothing')}</Table.Td>
    </Table.Tr>
  );
};
