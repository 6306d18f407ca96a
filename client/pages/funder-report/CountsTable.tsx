import { Table } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { FunderReport } from '../../api/funderReport.ts';
import { useNumbers } from '../../components/useNumbers.ts';
import './funderReport.css';

const flows = ['enrolled', 'ongoing', 'ended'] as const;
type Counts = FunderReport['total'];

/** The total, then women and men, ages and sites under headings of their own, with the funder's codes where there are any. */
export const CountsTable = ({ report: { total, lists } }: { report: FunderReport }) => {
  const { t } = useTranslation('funderReport');
  const hasCodes = lists.some(({ groups }) => groups.some(({ code, value }) => code !== value));
  return (
    <Table aria-label={t('table')} className="funder-table">
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('group')}</Table.Th>
          {hasCodes && <Table.Th>{t('code')}</Table.Th>}
          {flows.map((flow) => (
            <Table.Th key={flow} className="figure">
              {t(flow)}
            </Table.Th>
          ))}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        <Table.Tr>
          <Table.Th scope="row">{t('total')}</Table.Th>
          {hasCodes && <Table.Td />}
          <Cells counts={total} />
        </Table.Tr>
      </Table.Tbody>
      {lists.map(({ variable, groups }) => (
        <Table.Tbody key={variable}>
          <Table.Tr className="list-head">
            <Table.Th scope="rowgroup" colSpan={flows.length + (hasCodes ? 2 : 1)}>
              {t(variable)}
            </Table.Th>
          </Table.Tr>
          {groups.map((group) => (
            <Table.Tr key={group.value}>
              <Table.Th scope="row" fw={500}>
                {group.label}
              </Table.Th>
              {hasCodes && <Table.Td className="code">{group.code}</Table.Td>}
              <Cells counts={group} />
            </Table.Tr>
          ))}
        </Table.Tbody>
      ))}
    </Table>
  );
};

const Cells = ({ counts }: { counts: Counts }) => {
  const { whole } = useNumbers();
  return flows.map((flow) => (
    <Table.Td key={flow} className={counts[flow] === 0 ? 'figure quiet' : 'figure'}>
      {whole(counts[flow])}
    </Table.Td>
  ));
};
