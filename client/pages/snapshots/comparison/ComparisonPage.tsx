// A snapshot set against what the same questions give now: what came in, which goals moved, what was defined otherwise.
import { Alert, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type Comparison, type Snapshot, useSnapshotComparison } from '../../../api/snapshots.ts';
import { Loading } from '../../../components/Loading.tsx';
import { ProblemNotice } from '../../../components/ProblemNotice.tsx';
import { timeText } from '../../../components/survey/dates.ts';
import { OneSnapshot } from '../OneSnapshot.tsx';
import { SnapshotHead } from '../SnapshotHead.tsx';
import { ChangedGoals } from './ChangedGoals.tsx';
import { Definitions } from './Definitions.tsx';
import { isNothingChanged } from './moved.ts';
import { Since } from './Since.tsx';

const ComparisonPage = () => (
  <OneSnapshot>
    {(snapshot) => (
      <>
        <SnapshotHead snapshot={snapshot} />
        <Compared snapshot={snapshot} />
      </>
    )}
  </OneSnapshot>
);
export default ComparisonPage;

const Compared = ({ snapshot }: { snapshot: Snapshot }) => {
  const { t } = useTranslation('snapshots');
  const found = useSnapshotComparison(snapshot.content.programme, snapshot.id);
  if (found.error) return <ProblemNotice error={found.error} onAgain={() => found.refetch()} />;
  if (!found.data) return <Loading />;
  const { data: comparison } = found;
  const moments = { before: timeText(comparison.computedAt.before), now: timeText(comparison.computedAt.now) };
  return (
    <>
      <Text className="quiet">{t('compared', moments)}</Text>
      {isNothingChanged(comparison) ? (
        <Text fw={600}>{t('nothingSince')}</Text>
      ) : (
        <>
          <Since comparison={comparison} content={snapshot.content} />
          <ChangedGoals comparison={comparison} content={snapshot.content} />
          <Definitions comparison={comparison} content={snapshot.content} />
        </>
      )}
      <Checksum hash={comparison.hash} />
    </>
  );
};

const Checksum = ({ hash: { intact, stored, recomputed } }: { hash: Comparison['hash'] }) => {
  const { t } = useTranslation('snapshots');
  if (intact) return <Text className="quiet">{t('intact')}</Text>;
  return (
    <Alert color="red" variant="light" role="alert">
      <Text fw={600}>{t('broken')}</Text>
      <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
        {t('stored')}: <code>{stored}</code>
        <br />
        {t('recomputed')}: <code>{recomputed}</code>
      </Text>
    </Alert>
  );
};
