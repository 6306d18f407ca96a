// The frozen results as they were: all goals at a glance, then each of them, and what the snapshot itself is.
import { Button, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Snapshot } from '../../api/snapshots.ts';
import { Glance } from '../../components/glance/Glance.tsx';
import { isGoal } from '../../components/glance/summary.ts';
import { Section } from '../../components/Section.tsx';
import { FoldedGoal } from './FoldedGoal.tsx';
import { FrozenGoal } from './FrozenGoal.tsx';
import { frozenGoals } from './frozen.ts';
import { OneSnapshot } from './OneSnapshot.tsx';
import { SnapshotFacts } from './SnapshotFacts.tsx';
import { SnapshotHead } from './SnapshotHead.tsx';

const SnapshotPage = () => <OneSnapshot>{(snapshot) => <Frozen snapshot={snapshot} />}</OneSnapshot>;
export default SnapshotPage;

const Frozen = ({ snapshot }: { snapshot: Snapshot }) => {
  const { t } = useTranslation('snapshots');
  const { t: goals } = useTranslation('goals');
  const { content } = snapshot;
  const all = frozenGoals(content);
  const followed = all.filter(({ result }) => !isGoal(result));
  return (
    <>
      <SnapshotHead
        snapshot={snapshot}
        actions={
          <Button variant="default" className="no-print" onClick={() => window.print()}>
            {goals('print')}
          </Button>
        }
      />
      {all.length === 0 ? (
        <Text>{t('noGoals')}</Text>
      ) : (
        <Glance programme={content.definition} goals={content.results.goals} within />
      )}
      {all
        .filter(({ result }) => isGoal(result))
        .map((each) => (
          <FrozenGoal key={each.goal.id} content={content} {...each} />
        ))}
      {followed.length > 0 && (
        <Section title={t('followed')}>
          {followed.map((each) => (
            <FoldedGoal key={each.goal.id} content={content} {...each} />
          ))}
        </Section>
      )}
      <SnapshotFacts snapshot={snapshot} />
    </>
  );
};
