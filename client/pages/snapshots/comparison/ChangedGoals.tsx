import { Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Target } from '../../../../server/contract/programme.ts';
import type { Comparison, Snapshot } from '../../../api/snapshots.ts';
import { Savable } from '../../../charts/saving/Savable.tsx';
import { isStatus } from '../../../components/results/StatusMark.tsx';
import { useFigureWords } from '../../../components/results/useFigureWords.ts';
import { Section } from '../../../components/Section.tsx';
import { useText } from '../../../components/useText.ts';
import { type ComparedGoal, type GoalState, hasMoved } from './moved.ts';
import { Side } from './Side.tsx';
import { useStateRecords } from './useStateRecords.ts';
import './comparison.css';

interface Props {
  comparison: Comparison;
  content: Snapshot['content'];
}

/** Goals that moved, then and now one under the other; those that did not are only named. */
export const ChangedGoals = ({ comparison: { goals }, content }: Props) => {
  const { t } = useTranslation('snapshots');
  const records = useStateRecords(goals);
  const moved = goals.filter(hasMoved);
  const rest = goals.filter((goal) => !hasMoved(goal));
  return (
    <Section title={t('changedGoals')}>
      {moved.length === 0 ? (
        <Text>{t('noChangedGoals')}</Text>
      ) : (
        <Savable kind="table" title={t('comparison')} rows={records}>
          <ul className="moved-goals">
            {moved.map((goal) => (
              <Moved key={goal.id} goal={goal} content={content} />
            ))}
          </ul>
        </Savable>
      )}
      {rest.length > 0 && <Unchanged goals={rest} />}
    </Section>
  );
};

const titleOf = ({ now, before }: ComparedGoal) => now?.title ?? before?.title;

const Moved = ({ goal, content }: { goal: ComparedGoal; content: Snapshot['content'] }) => {
  const { t } = useTranslation('snapshots');
  const text = useText();
  const said = useMoves(goal, content);
  const { before, now } = goal;
  return (
    <li>
      <Title order={3} size="h4">
        {text(titleOf(goal))}
      </Title>
      <Side name={t('before')} state={before} beside={now} absent={t('absentThen')} />
      <Side name={t('now')} state={now} beside={before} absent={t('absentNow')} />
      {said.map((each) => (
        <Text key={each} size="sm">
          {each}
        </Text>
      ))}
    </li>
  );
};

const Unchanged = ({ goals }: { goals: readonly ComparedGoal[] }) => {
  const { t } = useTranslation('snapshots');
  const text = useText();
  return (
    <details className="unmoved-goals">
      <summary>{t('unchanged', { count: goals.length })}</summary>
      <ul>
        {goals.map((goal) => (
          <li key={goal.id}>{text(titleOf(goal))}</li>
        ))}
      </ul>
    </details>
  );
};

/** What does not show in the figures: a status, a target or a verdict that is another one. */
const useMoves = ({ before, now, changed }: ComparedGoal, content: Snapshot['content']): string[] => {
  const { t } = useTranslation('snapshots');
  const { t: goals } = useTranslation('goals');
  const text = useText();
  const words = useFigureWords();
  if (!before || !now) return [];
  const waveTitle = (slug: string) => text(content.definition.waves.find((each) => each.slug === slug)?.title) || slug;
  const target = (state: GoalState) =>
    state.target ? words.target(state.measure, state.target as Target, waveTitle) : t('noTarget');
  const status = (state: GoalState) => (isStatus(state.status) ? goals(state.status) : goals('hidden'));
  return [
    ...(changed.includes('target') ? [t('targetMoved', { before: target(before), now: target(now) })] : []),
    ...(changed.includes('status') ? [t('statusMoved', { before: status(before), now: status(now) })] : []),
    ...(changed.includes('verdict') ? [t('verdictMoved')] : []),
    ...(now.versionsNotComparable ? [goals('versionsNotComparable')] : []),
  ];
};
