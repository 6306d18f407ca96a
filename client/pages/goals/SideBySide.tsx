// What a filter does to each goal: all rows and the filtered ones beside each other.
import { Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type AnyGoalResult, useResults } from '../../api/results.ts';
import { Savable } from '../../charts/saving/Savable.tsx';
import { Loading } from '../../components/Loading.tsx';
import { ProblemNotice } from '../../components/ProblemNotice.tsx';
import { isMean, isShare, useFigureWords } from '../../components/results/useFigureWords.ts';
import { Section } from '../../components/Section.tsx';
import { useNumbers } from '../../components/useNumbers.ts';
import { useText } from '../../components/useText.ts';

/** @param goals as filtered */
export const SideBySide = ({ slug, goals }: { slug: string; goals: readonly AnyGoalResult[] }) => {
  const { t } = useTranslation('goals');
  const all = useResults(slug, {});
  return (
    <Section title={t('sideBySide')}>
      {all.error && <ProblemNotice error={all.error} onAgain={() => all.refetch()} />}
      {!all.error && !all.data && <Loading />}
      {all.data && <Beside all={all.data.goals} goals={goals} />}
    </Section>
  );
};

const Beside = ({ all, goals }: { all: readonly AnyGoalResult[]; goals: readonly AnyGoalResult[] }) => {
  const { t } = useTranslation('goals');
  const text = useText();
  const figure = useFigure();
  const difference = useDifference();
  const pairs = goals.flatMap((filtered) => {
    const whole = filtered.measure === 'judged' ? undefined : all.find(({ id }) => id === filtered.id);
    return whole ? [{ whole, filtered }] : [];
  });
  return (
    <>
      <Text className="quiet" size="sm" maw="44rem" mb="xs">
        {t('sideBySideLead')}
      </Text>
      <Savable kind="table" title={t('sideBySide')}>
        <Table.ScrollContainer minWidth={480}>
          <Table aria-label={t('sideBySide')}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('goal')}</Table.Th>
                <Table.Th className="figure">{t('allRows')}</Table.Th>
                <Table.Th className="figure">{t('filteredRows')}</Table.Th>
                <Table.Th className="figure">{t('sideDifference')}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {pairs.map(({ whole, filtered }) => (
                <Table.Tr key={filtered.id}>
                  <Table.Th scope="row" fw={400}>
                    {text(filtered.title)}
                  </Table.Th>
                  <Table.Td className="figure">{figure(whole)}</Table.Td>
                  <Table.Td className="figure">{figure(filtered)}</Table.Td>
                  <Table.Td className="figure">{difference(whole, filtered)}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      </Savable>
    </>
  );
};

const useFigure = () => {
  const { t } = useTranslation('goals');
  const words = useFigureWords();
  return (goal: AnyGoalResult): string => {
    if (goal.suppressed) return t('hidden');
    if (goal.value === null) return t('noData');
    const base = words.base(goal.measure, goal);
    return [words.value(goal.measure, goal.value, 1), base && `(${base})`].filter(Boolean).join(' ');
  };
};

/** Filtered minus all; nothing where one of them is not told. */
const useDifference = () => {
  const { t } = useTranslation('goals');
  const { decimal, whole: rounded } = useNumbers();
  return (whole: AnyGoalResult, filtered: AnyGoalResult): string => {
    if (whole.suppressed || filtered.suppressed || whole.value === null || filtered.value === null) return '–';
    const { measure } = filtered;
    const value = filtered.value - whole.value;
    const size = Math.abs(value);
    const shown = isShare(measure) ? decimal(size * 100, 1) : isMean(measure) ? decimal(size, 2) : rounded(size);
    const sign = Number(shown.replace(',', '.')) === 0 ? '±' : value > 0 ? '+' : '−';
    return isShare(measure) ? t('sidePoints', { value: sign + shown }) : sign + shown;
  };
};
