import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { LoneGoal, ProgrammeComparison } from '../../api/comparison.ts';
import { Section } from '../../components/Section.tsx';
import { useText } from '../../components/useText.ts';

/** Goals without a counterpart, each with why. */
export const Lonely = ({ comparison: { one, other, alone } }: { comparison: ProgrammeComparison }) => {
  const { t } = useTranslation('compare');
  const text = useText();
  if (alone.one.length + alone.other.length === 0) return null;
  return (
    <Section title={t('alone')}>
      {(
        [
          [one, alone.one],
          [other, alone.other],
        ] as const
      ).map(([side, goals]) =>
        goals.length === 0 ? null : (
          <details key={side.programme} className="lonely">
            <summary>{t('aloneIn', { programme: text(side.title), count: goals.length })}</summary>
            <Goals goals={goals} />
          </details>
        ),
      )}
    </Section>
  );
};

const reasons = ['otherMeasure', 'judged', 'noCounterpart'] as const;

const Goals = ({ goals }: { goals: readonly LoneGoal[] }) => {
  const { t } = useTranslation('compare');
  const text = useText();
  const told = reasons.filter((reason) => goals.some((goal) => goal.reason === reason));
  return told.map((reason) => (
    <div key={reason}>
      <Text fw={600}>{t(reason)}</Text>
      <ul>
        {goals
          .filter((goal) => goal.reason === reason)
          .map(({ id, title }) => (
            <li key={id}>{text(title)}</li>
          ))}
      </ul>
    </div>
  ));
};
