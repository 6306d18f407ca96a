import { Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Programme } from '../../../server/contract/programme.ts';
import type { Comparison, Side } from '../../api/analysis.ts';
import { useAnalysisNames } from '../../components/analysis/useAnalysisNames.ts';
import { isMean, useFigureWords } from '../../components/results/useFigureWords.ts';
import { useNumbers } from '../../components/useNumbers.ts';
import { useText } from '../../components/useText.ts';

interface Props {
  programme: Programme;
  measure: string;
  comparisons: readonly Comparison[];
}
/** From so many on, some are likely to stand out by chance. */
const many = 5;
const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);

/** Each difference as a sentence with its interval: first those that are clear, the others folded away when they are many. */
export const Comparisons = ({ programme, measure, comparisons }: Props) => {
  const { t } = useTranslation('analysis');
  const { decimal } = useNumbers();
  const sentence = useSentence(programme, measure);
  if (comparisons.length === 0) return null;
  const size = ({ estimate }: Comparison) => -Math.abs(estimate);
  const clear = comparisons.filter((each) => each.clear).toSorted((a, b) => size(a) - size(b));
  const unclear = comparisons.filter((each) => !each.clear);
  // What holds for the whole list is said once, above it.
  const list = (some: readonly Comparison[], end = '') => (
    <ul className="findings">
      {some.map((each) => (
        <Text component="li" key={sentence(each)}>
          {sentence(each)} {end}
        </Text>
      ))}
    </ul>
  );
  const waves = comparisons.some(({ second }) => 'wave' in second.side);
  const rest = comparisons.some(({ second }) => 'rest' in second.side);
  const notes = [
    ...(rest ? [t('restNote')] : []),
    ...(waves ? [t('unpaired')] : []),
    ...(comparisons.length >= many
      ? [t('many', { count: comparisons.length, expected: decimal(comparisons.length * 0.05, 1) })]
      : []),
  ];
  return (
    <Stack gap="xs">
      <Title order={3}>{t('differences')}</Title>
      {clear.length > 0 && list(clear, t('clear'))}
      {clear.length === 0 && comparisons.length > 1 && <Text>{t('noneClear', { count: comparisons.length })}</Text>}
      {unclear.length > 0 &&
        (unclear.length < many ? (
          list(unclear, clear.length > 0 || comparisons.length === 1 ? t('unclear') : '')
        ) : (
          <details>
            <summary>{t('others', { count: unclear.length })}</summary>
            {list(unclear)}
          </details>
        ))}
      {notes.length > 0 && (
        <Text size="sm" className="quiet" maw="44rem">
          {notes.join(' ')}
        </Text>
      )}
    </Stack>
  );
};

const useSentence = (programme: Programme, measure: string) => {
  const { t } = useTranslation('analysis');
  const text = useText();
  const names = useAnalysisNames(programme);
  const figures = useFigureWords();
  const { decimal } = useNumbers();
  const nameOf = (side: Side): string => {
    if ('group' in side) return names.group(side.group);
    if ('rest' in side) return t('rest');
    return text(programme.waves.find((each) => each.slug === side.wave)?.title) || side.wave;
  };
  const size = (value: number) => (isMean(measure) ? decimal(value, 2) : decimal(value * 100, 1));
  return ({ estimate, ci95, first, second }: Comparison): string => {
    const shown = size(Math.abs(estimate));
    const interval = ci95
      ? t('interval', { low: size(ci95[0]).replace('-', '−'), high: size(ci95[1]).replace('-', '−') })
      : t('noInterval');
    const way = Number(shown.replace(',', '.')) === 0 ? 'level' : estimate > 0 ? 'over' : 'under';
    return t(way, {
      first: capital(nameOf(first.side)),
      second: nameOf(second.side),
      difference: isMean(measure) ? shown : t('points', { value: shown }),
      a: figures.value(measure, first.value),
      b: figures.value(measure, second.value),
      interval,
    });
  };
};
