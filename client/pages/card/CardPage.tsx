// Running a progression card: the person answers on the tablet, the coordinator rates apart, and neither sees the other's
// half before both are in.
import { Anchor, Button, Group } from '@mantine/core';
import { modals } from '@mantine/modals';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, Navigate, useLocation, useNavigate, useParams } from 'react-router';
import { useCard, useDeleteAssessment, useEnrolmentPage } from '../../api/enrolments.ts';
import { Empty } from '../../components/Empty.tsx';
import { handOver, heldAddress, takeBack } from '../../components/handover.ts';
import { Loading } from '../../components/Loading.tsx';
import { PageHead } from '../../components/PageHead.tsx';
import { ProblemNotice } from '../../components/ProblemNotice.tsx';
import { CoordinatorHalf } from './CoordinatorHalf.tsx';
import { Halves } from './Halves.tsx';
import { PersonHalf } from './PersonHalf.tsx';

const CardPage = () => {
  const { t } = useTranslation('card');
  const { t: common } = useTranslation();
  const { slug = '', enrolment = '', date = '' } = useParams();
  const { pathname } = useLocation();
  const navigate = useNavigate();
  const page = useEnrolmentPage(slug, enrolment);
  const assessment = page.data?.assessments.find((each) => each.date === date);
  const card = useCard(slug, assessment?.version, assessment !== undefined);
  const remove = useDeleteAssessment(slug, enrolment);
  const [mode, setMode] = useState<'choose' | 'person' | 'coordinator'>(heldAddress() ? 'person' : 'choose');
  const person = `/programmes/${slug}/people/${encodeURIComponent(enrolment)}`;

  const failed = card.error ?? page.error;
  if (failed) return <ProblemNotice error={failed} onAgain={() => Promise.all([card.refetch(), page.refetch()])} />;
  if (!page.data) return <Loading />;
  if (!assessment)
    return (
      <Empty
        title={t('gone')}
        action={
          <Anchor component={Link} to={person}>
            {t('toPerson')}
          </Anchor>
        }
      />
    );
  if (!card.data) return <Loading />;
  const { personDone, coordinatorDone } = assessment;
  if (mode === 'person')
    return (
      <PersonHalf
        form={card.data.person}
        done={personDone}
        ownLanguage={page.data.contact.language}
        address={{ slug, enrolment, date }}
        onBack={() => {
          takeBack();
          setMode('choose');
        }}
      />
    );
  if (personDone && coordinatorDone) return <Navigate to={person} replace />;
  if (mode === 'coordinator')
    return (
      <CoordinatorHalf
        form={card.data.coordinator}
        address={{ slug, enrolment, date }}
        name={page.data.contact.name || enrolment}
        onBack={() => setMode('choose')}
      />
    );
  const askToRemove = () =>
    modals.openConfirmModal({
      title: t('remove'),
      children: t('removeText'),
      labels: { confirm: t('remove'), cancel: common('cancel') },
      confirmProps: { color: 'red' },
      onConfirm: () => remove.mutate(date, { onSuccess: () => navigate(person, { replace: true }) }),
    });
  return (
    <>
      <PageHead
        above={
          <Anchor component={Link} to={person}>
            ← {page.data.contact.name || enrolment}
          </Anchor>
        }
        title={t('title', { date })}
        lead={t('lead')}
      />
      {remove.isError && <ProblemNotice error={remove.error} />}
      <Halves
        personDone={personDone}
        coordinatorDone={coordinatorDone}
        onPerson={() => {
          handOver(pathname);
          setMode('person');
        }}
        onCoordinator={() => setMode('coordinator')}
      />
      <Group mt="lg">
        <Button variant="subtle" color="red" onClick={askToRemove}>
          {t('remove')}
        </Button>
      </Group>
    </>
  );
};
export default CardPage;
