import { Alert, Group, SegmentedControl, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type CardHalf, useCard } from '../../api/enrolments.ts';
import { SpiderChart } from '../../charts/SpiderChart.tsx';
import { Loading } from '../../components/Loading.tsx';
import { ProblemNotice } from '../../components/ProblemNotice.tsx';
import { cardQuestions, cardScale } from '../../components/survey/cardForm.ts';
import { textIn } from '../../text/respond/languages.ts';
import { ChangeTable } from './ChangeTable.tsx';
import { type ChangeRow, changeRows, type Finished } from './progression.ts';
import './person.css';

/** First and latest card round a circle, and the same figures as a table below. */
export const ProgressionChart = ({ slug, cards }: { slug: string; cards: Finished[] }) => {
  const { t, i18n } = useTranslation('person');
  const card = useCard(slug);
  const labelOf = useChartLabel();
  const [half, setHalf] = useState<CardHalf>('person');
  if (card.isError) return <ProblemNotice error={card.error} onAgain={() => card.refetch()} />;
  if (card.isPending) return <Loading />;
  const form = card.data[half];
  const questions = cardQuestions(form);
  const rows = changeRows(
    cards,
    half,
    questions.map(({ name }) => name),
    card.data.breaks,
  );
  const named = (key: string, form: 'title' | 'short') => {
    const question = questions.find(({ name }) => name === key);
    return question ? textIn(question[form], i18n.language) : key;
  };
  const compared = cards.length > 1;
  const broken = rows.filter(({ isBroken }) => isBroken).map(({ key }) => named(key, 'short'));
  return (
    <Stack gap="sm">
      <Group justify="space-between" gap="sm">
        <SegmentedControl
          aria-label={t('half')}
          value={half}
          onChange={(value) => setHalf(value as CardHalf)}
          data={[
            { value: 'person', label: t('personQuestions') },
            { value: 'coordinator', label: t('coordinatorIndicators') },
          ]}
        />
        <Key cards={cards} />
      </Group>
      <SpiderChart
        axes={rows.map((row) => ({ ...row, name: named(row.key, 'short') }))}
        scale={cardScale(form)}
        compared={compared}
        title={t('progression')}
        label={labelOf(cards, rows, (key) => named(key, 'short'))}
      />
      {!compared && <Text className="quiet">{t('oneCard')}</Text>}
      {broken.length > 0 && (
        <Alert color="yellow" variant="light" p="xs">
          {t('brokenSeries', { questions: broken.join(', ') })}
        </Alert>
      )}
      <ChangeTable
        rows={rows}
        nameOf={(key) => named(key, 'title')}
        shortOf={(key) => named(key, 'short')}
        head={half === 'person' ? t('question') : t('indicator')}
      />
    </Stack>
  );
};

const Key = ({ cards }: { cards: readonly Finished[] }) => {
  const { t } = useTranslation('person');
  const [first, latest] = [cards[0], cards.at(-1)];
  return (
    <Group gap="md" fz="sm" className="figures">
      {cards.length > 1 && (
        <span className="spider-key">
          <span className="spider-line spider-first" aria-hidden="true" /> {t('first')} {first?.date}
        </span>
      )}
      <span className="spider-key">
        <span className="spider-line" aria-hidden="true" /> {t('latest')} {latest?.date}
      </span>
    </Group>
  );
};

const useChartLabel = () => {
  const { t } = useTranslation('person');
  return (cards: readonly Finished[], rows: readonly ChangeRow[], nameOf: (key: string) => string): string => {
    const shown = (value: number | null) => value ?? t('unknown');
    const compared = cards.length > 1;
    const values = rows
      .map((row) => ({ name: nameOf(row.key), first: shown(row.first), latest: shown(row.latest) }))
      .map((row) => (compared ? t('chartChange', row) : t('chartValue', row)))
      .join(', ');
    return compared
      ? t('chartTwo', { first: cards[0]?.date, latest: cards.at(-1)?.date, values })
      : t('chartOne', { date: cards[0]?.date, values });
  };
};
