import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { modals } from '@mantine/modals';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import type { AssessmentView, EnrolmentPage } from '../../../server/contract/enrolment.ts';
import { useDeleteAssessment, useNewAssessment } from '../../api/enrolments.ts';
import { FiguresOf } from '../../charts/saving/FiguresOf.tsx';
import { Empty } from '../../components/Empty.tsx';
import { today } from '../../components/enrolment/today.ts';
import { ProblemNotice } from '../../components/ProblemNotice.tsx';
import { Section } from '../../components/Section.tsx';
import { ProgressionChart } from './ProgressionChart.tsx';
import { finishedCards } from './progression.ts';

export const ProgressionSection = ({ slug, page }: { slug: string; page: EnrolmentPage }) => {
  const { t } = useTranslation('person');
  const navigate = useNavigate();
  const begin = useNewAssessment(slug, page.enrolment);
  const cards = finishedCards(page.assessments);
  const open = page.assessments.find((each) => !each.personDone || !each.coordinatorDone);
  const todays = page.assessments.some((each) => each.date === today());
  const cardPath = (date: string) => `/programmes/${slug}/people/${encodeURIComponent(page.enrolment)}/card/${date}`;
  const start = () => begin.mutate(today(), { onSuccess: ({ date }) => navigate(cardPath(date)) });
  const startButton = !open && !todays && (
    <Button onClick={start} loading={begin.isPending} variant={cards.length > 0 ? 'default' : 'filled'}>
      {t('startCard')}
    </Button>
  );
  return (
    <Section title={t('progression')} actions={cards.length > 0 && startButton}>
      <Stack>
        {begin.isError && <ProblemNotice error={begin.error} />}
        {open && <OpenCard slug={slug} enrolment={page.enrolment} card={open} to={cardPath(open.date)} />}
        {cards.length > 0 && (
          <FiguresOf part={slug}>
            <ProgressionChart slug={slug} cards={cards} />
          </FiguresOf>
        )}
        {cards.length === 0 && !open && (
          <Empty title={t('noCardTitle')} action={startButton}>
            {t('noCardText')}
          </Empty>
        )}
      </Stack>
    </Section>
  );
};

interface OpenProps {
  slug: string;
  enrolment: string;
  card: AssessmentView;
  to: string;
}
const OpenCard = ({ slug, enrolment, card, to }: OpenProps) => {
  const { t } = useTranslation('person');
  const { t: common } = useTranslation();
  const remove = useDeleteAssessment(slug, enrolment);
  const state = (done: boolean) => (done ? `✓ ${t('isIn')}` : `– ${t('isNotIn')}`);
  const ask = () =>
    modals.openConfirmModal({
      title: t('removeCard'),
      children: t('removeCardText', { date: card.date }),
      labels: { confirm: t('removeCard'), cancel: common('cancel') },
      confirmProps: { color: 'red.9' },
      onConfirm: () => remove.mutate(card.date),
    });
  return (
    <Alert variant="light" color="pine" title={t('openCard', { date: card.date })}>
      <Stack gap="xs">
        <Text size="sm">
          {t('personHalf')}: {state(card.personDone)}. {t('coordinatorHalf')}: {state(card.coordinatorDone)}.{' '}
          {t('hiddenUntil')}
        </Text>
        <Group>
          <Button component={Link} to={to}>
            {t('goOn', { date: card.date })}
          </Button>
          <Button variant="default" onClick={ask} loading={remove.isPending}>
            {t('removeCard')}
          </Button>
        </Group>
        {remove.isError && <ProblemNotice error={remove.error} />}
      </Stack>
    </Alert>
  );
};
