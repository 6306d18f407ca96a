import { Alert, Stack, Table, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Programme } from '../../../server/contract/programme.ts';
import type { Category, PairedChange } from '../../api/analysis.ts';
import { latest, first as pale, series } from '../../charts/colours.ts';
import { axisFor } from '../../charts/domain.ts';
import { type BarRow, GroupBars } from '../../charts/GroupBars.tsx';
import { Savable } from '../../charts/saving/Savable.tsx';
import { useAnalysisNames } from '../../components/analysis/useAnalysisNames.ts';
import { useNumbers } from '../../components/useNumbers.ts';

interface Props {
  programme: Programme;
  change: PairedChange;
}
const colours = { up: latest, same: pale, down: series[1] } as const;
const sizeOf = (effect: number) => {
  const size = Math.abs(effect);
  return size < 0.2 ? 'tiny' : size < 0.5 ? 'small' : size < 0.8 ? 'medium' : 'large';
};

export const ChangeFindings = ({ programme, change }: Props) => {
  const { t } = useTranslation('analysis');
  const names = useAnalysisNames(programme);
  const { percent, whole, decimal } = useNumbers();
  const { n, mean, sd, ci95, effect, missing, groups, transitions } = change;
  const share = (count: number, of = n) => percent(of > 0 ? count / of : 0);
  const steps = (['up', 'same', 'down'] as const).map(
    (step): BarRow => ({
      ...{ key: step, name: t(step), value: change[step] / n, interval: null, hidden: false, colour: colours[step] },
      ...{ figure: share(change[step]), base: t('n', { n: whole(change[step]) }), targets: [] },
    }),
  );
  const interval = ci95 ? t('interval', { low: decimal(ci95[0]), high: decimal(ci95[1]) }) : t('noInterval');
  return (
    <Stack gap="xs">
      <Title order={3}>{t('change')}</Title>
      <GroupBars
        rows={steps}
        axis={axisFor(
          'share',
          steps.map(({ value }) => ({ value, ci95: null })),
          [],
        )}
        tick={(value) => percent(value)}
        targets={[]}
        dot={false}
        title={t('change')}
        label={t('chartLabel', { title: t('change') })}
      />
      <Text maw="44rem">
        {t('changeSteps', { up: share(change.up), same: share(change.same), down: share(change.down) })}{' '}
        {mean !== null &&
          t('changeMean', { mean: decimal(mean), interval, sd: sd === null ? '–' : decimal(sd), n: whole(n) })}{' '}
        {effect !== null && t('effect', { effect: decimal(effect), size: t(sizeOf(effect)) })}{' '}
        {missing > 0 && t('changeMissing', { missing: whole(missing) })}
      </Text>
      <RegressionNote change={change} />
      {groups && (
        <ul className="findings">
          {groups
            .filter((each) => each.n > 0)
            .map((each) => (
              <Text component="li" size="sm" key={names.group(each.by)}>
                {t('effectOf', {
                  ...{ group: names.group(each.by), n: whole(each.n), up: share(each.up, each.n) },
                  ...{ same: share(each.same, each.n), down: share(each.down, each.n) },
                })}
              </Text>
            ))}
        </ul>
      )}
      {transitions && <Transitions {...transitions} />}
    </Stack>
  );
};

const RegressionNote = ({ change: { regression, pickedByFirst } }: { change: PairedChange }) => {
  const { t } = useTranslation('analysis');
  const { decimal } = useNumbers();
  const { correlation, clear, oldham } = regression;
  if (!pickedByFirst && !(clear && correlation)) return null;
  return (
    <Alert color="yellow" variant="light" p="xs" title={t('regressionTitle')} maw="44rem">
      {pickedByFirst && <Text size="sm">{t('picked')}</Text>}
      {clear && correlation && (
        <Text size="sm">
          {t('regression', {
            r: decimal(correlation.r),
            interval: t('interval', { low: decimal(correlation.ci95[0]), high: decimal(correlation.ci95[1]) }),
          })}{' '}
          {oldham !== null && t('oldham', { r: decimal(oldham) })}
        </Text>
      )}
    </Alert>
  );
};

const Transitions = ({ categories, counts }: { categories: Category[]; counts: number[][] }) => {
  const { t } = useTranslation('analysis');
  const { whole } = useNumbers();
  const values = categories.map(({ value }) => String(value));
  return (
    <details>
      <summary>{t('transitions')}</summary>
      <Text size="sm" className="quiet">
        {t('transitionsHelp')}
      </Text>
      <Savable kind="table" title={t('transitions')}>
        <Table.ScrollContainer minWidth={280} maw={440}>
          <Table aria-label={t('transitions')} className="count-table">
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('firstLast')}</Table.Th>
                {values.map((value) => (
                  <Table.Th key={value} className="figure">
                    {value}
                  </Table.Th>
                ))}
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {values.map((value, y) => (
                <Table.Tr key={value}>
                  <Table.Th scope="row">{value}</Table.Th>
                  {values.map((last, x) => (
                    <Table.Td key={last} className={x === y ? 'figure diagonal' : 'figure'}>
                      {whole(counts[y]?.[x] ?? 0)}
                    </Table.Td>
                  ))}
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      </Savable>
    </details>
  );
};
