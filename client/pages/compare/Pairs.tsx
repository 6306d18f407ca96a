import { Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ProgrammeComparison } from '../../api/comparison.ts';
import type { Cell } from '../../charts/saving/csv.ts';
import { Savable } from '../../charts/saving/Savable.tsx';
import { useRecords } from '../../components/results/useRecords.ts';
import { Section } from '../../components/Section.tsx';
import { useNumbers } from '../../components/useNumbers.ts';
import { useText } from '../../components/useText.ts';
import { Pair } from './Pair.tsx';
import './compare.css';

/** From so many on, some are likely to stand out by chance. */
const many = 5;

export const Pairs = ({ comparison }: { comparison: ProgrammeComparison }) => {
  const { t } = useTranslation('compare');
  const text = useText();
  const { decimal } = useNumbers();
  const records = useRecordsOf(comparison);
  const { pairs, one, other } = comparison;
  const reckoned = pairs.filter(({ difference }) => difference?.ci95).length;
  if (pairs.length === 0)
    return (
      <Section title={t('common')}>
        <Text>{t('nothingCommon')}</Text>
      </Section>
    );
  return (
    <Section title={t('common')}>
      <Savable kind="table" title={`${text(one.title)} – ${text(other.title)}`} rows={records}>
        <Stack component="ul" gap={0} className="pairs">
          {pairs.map((pair) => (
            <Pair key={pair.one.id} pair={pair} names={[text(one.title), text(other.title)]} />
          ))}
        </Stack>
      </Savable>
      <Text size="sm" className="quiet" maw="44rem" mt="sm">
        {t('caution')} {reckoned >= many && t('many', { count: reckoned, expected: decimal(reckoned * 0.05, 1) })}
      </Text>
    </Section>
  );
};

const useRecordsOf = ({ one, other, pairs }: ProgrammeComparison) => {
  const { t } = useTranslation('compare');
  const text = useText();
  const { head, cells } = useRecords();
  return (): Cell[][] => [
    [t('goal'), t('programme'), ...head, t('difference'), t('low'), t('high')],
    ...pairs.flatMap((pair) => {
      const { difference } = pair;
      const ends = [difference?.estimate ?? null, difference?.ci95?.[0] ?? null, difference?.ci95?.[1] ?? null];
      return [
        [text(pair.one.title), text(one.title), ...cells(pair.one, pair.one.measure), ...ends],
        [text(pair.other.title), text(other.title), ...cells(pair.other, pair.other.measure), ...ends.map(() => null)],
      ];
    }),
  ];
};
