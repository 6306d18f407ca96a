// The coordinator's day: what is due on top, then everybody of the site.
import { Button, Group, Stack } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { useEnrolments } from '../../api/enrolments.ts';
import { useProgramme } from '../../api/programmes.ts';
import { Empty } from '../../components/Empty.tsx';
import { Loading } from '../../components/Loading.tsx';
import { PageHead } from '../../components/PageHead.tsx';
import { ProblemNotice } from '../../components/ProblemNotice.tsx';
import { Section } from '../../components/Section.tsx';
import { useText } from '../../components/useText.ts';
import { DueList } from './DueList.tsx';
import { EnrolDrawer } from './EnrolDrawer.tsx';
import { ExportData } from './ExportData.tsx';
import { PeopleTable } from './PeopleTable.tsx';

const PeoplePage = () => {
  const { t } = useTranslation('people');
  const text = useText();
  const { slug = '' } = useParams();
  const navigate = useNavigate();
  const programme = useProgramme(slug);
  const enrolments = useEnrolments(slug);
  const [enrolling, setEnrolling] = useState(false);
  const failed = programme.error ?? enrolments.error;
  if (failed)
    return (
      <ProblemNotice error={failed} onAgain={() => void Promise.all([programme.refetch(), enrolments.refetch()])} />
    );
  if (!programme.data || !enrolments.data) return <Loading />;
  const { definition } = programme.data;
  const rows = enrolments.data;
  const sites = Object.fromEntries(definition.sites.map((site) => [site.slug, site.title]));
  const enrolButton = <Button onClick={() => setEnrolling(true)}>{t('enrol')}</Button>;
  return (
    <>
      <PageHead
        title={t('title')}
        lead={[text(definition.title), ...Object.values(sites)].join(' · ')}
        actions={
          rows.length > 0 && (
            <Group gap="xs">
              <ExportData slug={slug} />
              {enrolButton}
            </Group>
          )
        }
      />
      {rows.length === 0 ? (
        <Empty title={t('emptyTitle')} action={enrolButton}>
          {t('emptyText')}
        </Empty>
      ) : (
        <Stack>
          <DueList slug={slug} rows={rows} />
          <Section title={t('list')}>
            <PeopleTable slug={slug} rows={rows} sites={definition.sites.length > 1 ? sites : undefined} />
          </Section>
        </Stack>
      )}
      <EnrolDrawer
        programme={definition}
        rows={rows}
        opened={enrolling}
        onClose={() => setEnrolling(false)}
        onEnrolled={(enrolment) => navigate(`/programmes/${slug}/people/${encodeURIComponent(enrolment)}`)}
      />
    </>
  );
};
export default PeoplePage;
