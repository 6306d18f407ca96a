import { Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Goal, Programme } from '../../../server/contract/programme.ts';
import { type Timeline, type TimelinePoint, useTimeline } from '../../api/analysis.ts';
import { axisFor, targetLines } from '../../charts/domain.ts';
import { FiguresOf } from '../../charts/saving/FiguresOf.tsx';
import { TimeLine } from '../../charts/TimeLine.tsx';
import { Loading } from '../../components/Loading.tsx';
import { ProblemNotice } from '../../components/ProblemNotice.tsx';
import { useFigureWords } from '../../components/results/useFigureWords.ts';
import { Section } from '../../components/Section.tsx';
import { useText } from '../../components/useText.ts';
import { TimelineTable } from './TimelineTable.tsx';
import '../../components/analysis/analysis.css';

interface Props {
  programme: Programme;
  goal: Goal;
  /** Lowest and highest answer of the question, for means. */
  scale: readonly [number, number];
}

/** How the goal has come to where it is, against its target. */
export const TimelineSection = ({ programme, goal, scale }: Props) => {
  const { t } = useTranslation('timeline');
  const found = useTimeline(programme.slug, goal.id);
  return (
    <Section title={t('title')}>
      {found.error && <ProblemNotice error={found.error} onAgain={() => found.refetch()} />}
      {!found.error && !found.data && <Loading />}
      {found.data && (
        <FiguresOf part={goal.id}>
          <Points goal={goal} scale={scale} found={found.data} />
        </FiguresOf>
      )}
    </Section>
  );
};

const placeOf = (month: string) => Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1;
const hasValue = (point: TimelinePoint): point is TimelinePoint & { value: number } => point.value !== null;

const Points = ({ goal, scale, found }: Omit<Props, 'programme'> & { found: Timeline }) => {
  const { t } = useTranslation('timeline');
  const { t: goals } = useTranslation('goals');
  const text = useText();
  const words = useFigureWords();
  const { measure } = goal.indicator;
  const { points, suppressed, notReleased } = found;
  const valued = points.filter(hasValue);
  const [first, last] = [valued.at(0), valued.at(-1)];
  const why = suppressed
    ? 'suppressed'
    : notReleased
      ? 'notReleased'
      : points.length === 1 && first
        ? 'one'
        : 'nothing';
  if (points.length < 2 || !first || !last) return <Text className="quiet">{t(why)}</Text>;
  const lines = targetLines(goal.target);
  const isMerged = points.some(({ from, month }) => from !== month);
  const says = { from: first.month, to: last.month };
  return (
    <Stack gap="xs" className="analysis">
      <Text className="quiet" size="sm" maw="44rem">
        {t('lead')} {isMerged && t('merged')}
      </Text>
      <TimeLine
        marks={points.map(({ month, value, ci95 }) => ({ at: placeOf(month), value, interval: ci95 }))}
        axis={axisFor(measure, points, lines, scale)}
        tick={(value) => words.goalValue(measure, value)}
        targets={lines.map((value) => ({
          value,
          label: goals('targetIs', { value: words.goalValue(measure, value) }),
        }))}
        last={words.value(measure, last.value)}
        title={`${text(goal.title)}, ${t('title').toLowerCase()}`}
        label={t('chartLabel', { title: text(goal.title), ...says })}
      />
      <Text size="sm" maw="44rem">
        {t('trend', {
          ...{ ...says, first: words.value(measure, first.value, 1), last: words.value(measure, last.value, 1) },
        })}{' '}
        {points.some(({ ci95 }) => ci95 !== null) && goals('whiskers')} {t('overlap')}
      </Text>
      <details>
        <summary>{t('asTable')}</summary>
        <TimelineTable goal={goal} points={points} />
      </details>
    </Stack>
  );
};
