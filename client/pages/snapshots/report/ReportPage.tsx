// The report for a steering group: the frozen figures, with the evaluator's own words between them.
import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../../api/session.ts';
import { type Report, type Snapshot, useReport } from '../../../api/snapshots.ts';
import { Glance } from '../../../components/glance/Glance.tsx';
import { isGoal } from '../../../components/glance/summary.ts';
import { Loading } from '../../../components/Loading.tsx';
import { ProblemNotice } from '../../../components/ProblemNotice.tsx';
import { Section } from '../../../components/Section.tsx';
import { useText } from '../../../components/useText.ts';
import { FoldedGoal } from '../FoldedGoal.tsx';
import { FrozenGoal } from '../FrozenGoal.tsx';
import { type FrozenGoalFigures, frozenGoals } from '../frozen.ts';
import { OneSnapshot } from '../OneSnapshot.tsx';
import { SnapshotFacts } from '../SnapshotFacts.tsx';
import { SnapshotHead } from '../SnapshotHead.tsx';
import { Chapter } from './Chapter.tsx';
import { Files } from './Files.tsx';
import { OwnText } from './OwnText.tsx';
import { SaveState } from './SaveState.tsx';
import { goalPiece } from './texts.ts';
import { useWriter } from './useWriter.ts';
import type { Writer } from './writer.ts';
import './report.css';

const ReportPage = () => <OneSnapshot>{(snapshot) => <Loaded snapshot={snapshot} />}</OneSnapshot>;
export default ReportPage;

const Loaded = ({ snapshot }: { snapshot: Snapshot }) => {
  const report = useReport(snapshot.content.programme, snapshot.id);
  const session = useSession().data;
  if (report.error) return <ProblemNotice error={report.error} onAgain={() => report.refetch()} />;
  if (!report.data || !session) return <Loading />;
  const writerId = session.role === 'evaluator' ? session.user.id : undefined;
  return <Written snapshot={snapshot} report={report.data} user={writerId} />;
};

interface Props {
  snapshot: Snapshot;
  report: Report;
  /** Who writes; undefined for those who only read. */
  user: string | undefined;
}

const Written = ({ snapshot, report, user }: Props) => {
  const { t } = useTranslation('goals');
  const { content, id } = snapshot;
  const place = user === undefined ? undefined : { user, snapshot: id };
  const writer = useWriter(content.programme, id, report, place);
  const mayWrite = user !== undefined;
  return (
    <>
      <SnapshotHead
        snapshot={snapshot}
        actions={
          <Button variant="default" className="no-print" onClick={() => window.print()}>
            {t('print')}
          </Button>
        }
      />
      <Files writer={writer} snapshot={snapshot} mayWrite={mayWrite} />
      <Chapter writer={writer} piece="introduction" mayWrite={mayWrite} />
      <Figures snapshot={snapshot} writer={writer} mayWrite={mayWrite} />
      <Chapter writer={writer} piece="reservations" mayWrite={mayWrite} />
      <Chapter writer={writer} piece="closing" mayWrite={mayWrite} />
      <SnapshotFacts snapshot={snapshot} />
      {mayWrite && <SaveState writer={writer} />}
    </>
  );
};

const Figures = ({ snapshot, writer, mayWrite }: { snapshot: Snapshot; writer: Writer; mayWrite: boolean }) => {
  const { t } = useTranslation('snapshots');
  const { content } = snapshot;
  const all = frozenGoals(content);
  const followed = all.filter(({ result }) => !isGoal(result));
  const own = (figures: FrozenGoalFigures) => <Comment writer={writer} mayWrite={mayWrite} {...figures} />;
  return (
    <>
      <Glance programme={content.definition} goals={content.results.goals} within />
      {all
        .filter(({ result }) => isGoal(result))
        .map((each) => (
          <FrozenGoal key={each.goal.id} content={content} {...each}>
            {own(each)}
          </FrozenGoal>
        ))}
      {followed.length > 0 && (
        <Section title={t('followed')}>
          {followed.map((each) => (
            <FoldedGoal
              key={each.goal.id}
              content={content}
              {...each}
              startsOpen={Boolean(writer.read().pieces[goalPiece(each.goal.id)])}
            >
              {own(each)}
            </FoldedGoal>
          ))}
        </Section>
      )}
    </>
  );
};

const Comment = ({ writer, mayWrite, goal, result }: FrozenGoalFigures & { writer: Writer; mayWrite: boolean }) => {
  const { t } = useTranslation('report');
  const text = useText();
  return (
    <OwnText
      writer={writer}
      piece={goalPiece(goal.id)}
      label={t('comment')}
      name={t('commentOn', { title: text(goal.title) })}
      help={t(isGoal(result) ? 'commentHelp' : 'followedHelp')}
      mayWrite={mayWrite}
    />
  );
};
