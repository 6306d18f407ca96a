import { Stack, Table, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Programme } from '../../../server/contract/programme.ts';
import type { Distribution } from '../../api/analysis.ts';
import { series } from '../../charts/colours.ts';
import { axisFor } from '../../charts/domain.ts';
import { type BarRow, GroupBars } from '../../charts/GroupBars.tsx';
import { Savable } from '../../charts/saving/Savable.tsx';
import { useAnalysisNames } from '../../components/analysis/useAnalysisNames.ts';
import { useNumbers } from '../../components/useNumbers.ts';

interface Props {
  programme: Programme;
  distribution: Distribution;
}

/** Bars of the shares, median and quartiles in a sentence, and all figures as a table, by group where they may be told. */
export const DistributionFindings = ({ programme, distribution }: Props) => {
  const { t } = useTranslation('analysis');
  const names = useAnalysisNames(programme);
  const { percent, whole: number, decimal } = useNumbers();
  const { categories, whole, groups, multiple } = distribution;
  const exact = categories.some(({ below }) => below !== null) && whole.quartiles !== null;
  const labels = categories.map((each) => names.category(distribution, each, exact));
  const title = names.variable(distribution);
  const rows = labels.map(
    (name, at): BarRow => ({
      ...{ key: name, name, value: whole.shares[at] ?? null, interval: null, hidden: false, colour: series[0] },
      ...{ figure: percent(whole.shares[at] ?? 0), base: t('n', { n: number(whole.counts[at] ?? 0) }), targets: [] },
    }),
  );
  const marks = whole.shares.map((value) => ({ value, ci95: null }));
  const short = (value: number) => (Number.isInteger(value) ? number(value) : decimal(value, 1));
  const quartileWords = (quartiles: NonNullable<Distribution['whole']['quartiles']>) => ({
    ...{ median: short(quartiles.median), lower: short(quartiles.lower), upper: short(quartiles.upper) },
    n: number(quartiles.n),
  });
  const withQuartiles = (groups ?? []).flatMap(({ by, quartiles }) => (quartiles ? [{ by, quartiles }] : []));
  return (
    <Stack gap={4}>
      <Title order={3}>{title}</Title>
      <Text size="sm" className="quiet">
        {whole.missing > 0
          ? t('nMissing', { n: number(whole.n), missing: number(whole.missing) })
          : t('n', { n: number(whole.n) })}
        {multiple && `. ${t('multiple')}`}
      </Text>
      {whole.n > 0 && (
        <GroupBars
          rows={rows}
          axis={axisFor('share', marks, [])}
          tick={(value) => percent(value)}
          targets={[]}
          dot={false}
          title={title}
          label={t('chartLabel', { title })}
        />
      )}
      {whole.quartiles && <Text size="sm">{t('quartiles', quartileWords(whole.quartiles))}</Text>}
      {withQuartiles.length > 0 && (
        <ul className="findings">
          {withQuartiles.map(({ by, quartiles }) => (
            <Text component="li" size="sm" key={names.group(by)}>
              {t('quartilesOf', { group: names.group(by), ...quartileWords(quartiles) })}
            </Text>
          ))}
        </ul>
      )}
      <details>
        <summary>{t('asTable')}</summary>
        <Figures {...{ programme, distribution, labels, title }} />
      </details>
    </Stack>
  );
};

const Figures = ({ programme, distribution, labels, title }: Props & { labels: string[]; title: string }) => {
  const { t } = useTranslation('analysis');
  const names = useAnalysisNames(programme);
  const { percent, whole: number } = useNumbers();
  const { whole, groups, ordered } = distribution;
  const share = (value: number | null | undefined) => (typeof value === 'number' ? percent(value, 1) : '–');
  const shown = (groups ?? []).filter(({ n }) => n > 0);
  return (
    <Savable kind="table" title={title}>
      <Table.ScrollContainer minWidth={280 + (shown.length + Number(ordered)) * 96}>
        <Table aria-label={`${t('distribution')}: ${title}`} className="count-table">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('answer')}</Table.Th>
              <Table.Th className="figure">{t('number')}</Table.Th>
              <Table.Th className="figure">{t('share')}</Table.Th>
              {ordered && <Table.Th className="figure">{t('cumulative')}</Table.Th>}
              {shown.map(({ by, n }) => (
                <Table.Th key={names.group(by)} className="figure">
                  {names.group(by)} ({t('n', { n: number(n) })})
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {labels.map((label, at) => (
              <Table.Tr key={label}>
                <Table.Th scope="row" fw={500}>
                  {label}
                </Table.Th>
                <Table.Td className="figure">{number(whole.counts[at] ?? 0)}</Table.Td>
                <Table.Td className="figure">{share(whole.shares[at])}</Table.Td>
                {ordered && <Table.Td className="figure">{share(whole.cumulative[at])}</Table.Td>}
                {shown.map(({ by, shares }) => (
                  <Table.Td key={names.group(by)} className="figure">
                    {share(shares[at])}
                  </Table.Td>
                ))}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </Savable>
  );
};
