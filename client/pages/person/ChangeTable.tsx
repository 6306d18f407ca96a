import { Box, Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Savable } from '../../charts/saving/Savable.tsx';
import { useNumbers } from '../../components/useNumbers.ts';
import { type ChangeRow, meansOf } from './progression.ts';

interface Props {
  rows: readonly ChangeRow[];
  nameOf: (key: string) => string;
  /** On a narrow screen. */
  shortOf: (key: string) => string;
  /** Column head of the names. */
  head: string;
}

/** The same figures as the chart's, with the change in sign, shape and words. */
export const ChangeTable = ({ rows, nameOf, shortOf, head }: Props) => {
  const { t } = useTranslation('person');
  const { decimal } = useNumbers();
  const means = meansOf(rows);
  return (
    <Savable
      kind="table"
      title={t('progression')}
      rows={() => [
        [head, t('first'), t('latest'), t('change'), t('answeredCards')],
        ...rows.map((row) => [nameOf(row.key), row.first, row.latest, row.change, row.n]),
      ]}
    >
      <Table.ScrollContainer minWidth={380}>
        <Table striped aria-label={t('progression')}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{head}</Table.Th>
              <Table.Th className="figure">{t('first')}</Table.Th>
              <Table.Th className="figure">{t('latest')}</Table.Th>
              <Table.Th className="figure">{t('change')}</Table.Th>
              <Table.Th className="figure" title={t('answeredCardsHelp')}>
                {t('answeredCards')}
              </Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rows.map((row) => (
              <Table.Tr key={row.key}>
                <Table.Td>
                  <Box component="span" visibleFrom="sm">
                    {nameOf(row.key)}
                  </Box>
                  <Box component="span" hiddenFrom="sm">
                    {shortOf(row.key)}
                  </Box>
                </Table.Td>
                <Table.Td className="figure">{row.first ?? t('unknown')}</Table.Td>
                <Table.Td className="figure">{row.latest ?? t('unknown')}</Table.Td>
                <Table.Td className="figure">
                  <Change value={row.change} decimals={0} />
                </Table.Td>
                <Table.Td className="figure">{row.n}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
          {means && (
            <Table.Tfoot>
              <Table.Tr>
                <Table.Th>{t('mean')}</Table.Th>
                <Table.Th className="figure">{decimal(means.first)}</Table.Th>
                <Table.Th className="figure">{decimal(means.latest)}</Table.Th>
                <Table.Th className="figure">
                  <Change value={means.change} decimals={2} />
                </Table.Th>
                <Table.Th />
              </Table.Tr>
            </Table.Tfoot>
          )}
        </Table>
      </Table.ScrollContainer>
    </Savable>
  );
};

const Change = ({ value, decimals }: { value: number | null; decimals: number }) => {
  const { t } = useTranslation('person');
  const { decimal } = useNumbers();
  if (value === null) return t('unknown');
  const [shape, sign, words] =
    value > 0
      ? (['▲', '+', 'better'] as const)
      : value < 0
        ? (['▼', '−', 'worse'] as const)
        : (['=', '', 'same'] as const);
  return (
    <Text span inherit fw={600} style={{ whiteSpace: 'nowrap' }} title={t(words)}>
      <span role="img" aria-label={t(words)}>
        {shape}
      </span>{' '}
      {sign}
      {decimal(Math.abs(value), decimals)}
    </Text>
  );
};
