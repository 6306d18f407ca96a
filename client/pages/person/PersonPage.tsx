// One enrolment: how it goes, what has been done, and what is to be registered.
import { Anchor, Group, SimpleGrid, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import type { EnrolmentPage } from '../../../server/contract/enrolment.ts';
import type { Programme } from '../../../server/contract/programme.ts';
import { useEnrolmentPage } from '../../api/enrolments.ts';
import { useProgramme } from '../../api/programmes.ts';
import { today } from '../../components/enrolment/today.ts';
import { Loading } from '../../components/Loading.tsx';
import { PageHead } from '../../components/PageHead.tsx';
import { ProblemNotice } from '../../components/ProblemNotice.tsx';
import { ActivitySection } from './ActivitySection.tsx';
import { DetailsSection } from './DetailsSection.tsx';
import { ErasureSection } from './ErasureSection.tsx';
import { ExitSection } from './ExitSection.tsx';
import { FollowUpSection } from './FollowUpSection.tsx';
import { InterventionSection } from './InterventionSection.tsx';
import { LinksSection } from './LinksSection.tsx';
import { ProgressionSection } from './ProgressionSection.tsx';
import { SignatureSection } from './SignatureSection.tsx';

const PersonPage = () => {
  const { slug = '', enrolment = '' } = useParams();
  const programme = useProgramme(slug);
  const person = useEnrolmentPage(slug, enrolment);
  const failed = programme.error ?? person.error;
  if (failed)
    return <ProblemNotice error={failed} onAgain={() => void Promise.all([programme.refetch(), person.refetch()])} />;
  if (!programme.data || !person.data) return <Loading />;
  const { definition } = programme.data;
  const page = person.data;
  return (
    <Stack key={enrolment}>
      <Head programme={definition} page={page} />
      <ProgressionSection slug={slug} page={page} />
      <InterventionSection programme={definition} page={page} />
      <SimpleGrid cols={{ base: 1, lg: 2 }}>
        <ActivitySection slug={slug} page={page} />
        <Stack>
          <ExitSection programme={definition} page={page} />
          <FollowUpSection slug={slug} page={page} />
        </Stack>
      </SimpleGrid>
      <LinksSection slug={slug} page={page} />
      <SignatureSection page={page} />
      <DetailsSection programme={definition} page={page} />
      <ErasureSection slug={slug} page={page} />
    </Stack>
  );
};
export default PersonPage;

const Head = ({ programme, page }: { programme: Programme; page: EnrolmentPage }) => {
  const { t } = useTranslation('person');
  const { t: words } = useTranslation('enrolment');
  const site = programme.sites.find((each) => each.slug === page.site)?.title ?? page.site;
  const people = `/programmes/${programme.slug}/people`;
  const { start, exit } = page;
  const due = page.nextCardDue
    ? { date: page.nextCardDue, text: t('nextCard', { date: page.nextCardDue }) }
    : page.followUpDue
      ? { date: page.followUpDue, text: t('nextFollowUp', { date: page.followUpDue }) }
      : undefined;
  return (
    <div>
      <PageHead
        title={page.contact.name || words('unnamed', { enrolment: page.enrolment })}
        above={
          <Anchor component={Link} to={people} size="sm">
            ← {t('people')}
          </Anchor>
        }
        lead={
          <>
            {site} · {page.enrolment} · {exit ? t('ended', { start, end: exit.end }) : t('ongoing', { start })}
            {due && ` · ${due.text}`}
            {due && due.date < today() && (
              <Text span fw={600} c="red.9">
                {' '}
                ! {t('late')}
              </Text>
            )}
          </>
        }
      />
      {page.otherEnrolments.length > 0 && (
        <Group gap="xs" fz="sm">
          {t('otherEnrolments')}:
          {page.otherEnrolments.map((other) => (
            <Anchor key={other.enrolment} size="sm" component={Link} to={`${people}/${other.enrolment}`}>
              {other.end
                ? t('ended', { start: other.start, end: other.end })
                : t('otherOngoing', { start: other.start })}
            </Anchor>
          ))}
        </Group>
      )}
    </div>
  );
};
