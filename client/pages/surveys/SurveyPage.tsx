import { Anchor, Button, Group, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useSession } from '../../api/session.ts';
import { type SurveySummary, useSurveys } from '../../api/surveys.ts';
import { Empty } from '../../components/Empty.tsx';
import { Loading } from '../../components/Loading.tsx';
import { PageHead } from '../../components/PageHead.tsx';
import { ProblemNotice } from '../../components/ProblemNotice.tsx';
import { Section } from '../../components/Section.tsx';
import { comparePath, editPath, useSurveyAddress, versionPath } from '../../components/survey/address.ts';
import { timeText } from '../../components/survey/dates.ts';
import { useText } from '../../components/useText.ts';
import { VersionSection } from './VersionSection.tsx';
import { Waves } from './Waves.tsx';

const SurveyPage = () => {
  const { t } = useTranslation('surveys');
  const { t: common } = useTranslation();
  const address = useSurveyAddress();
  const surveys = useSurveys(address.programme);
  if (surveys.isPending) return <Loading />;
  if (surveys.isError) return <ProblemNotice error={surveys.error} onAgain={() => surveys.refetch()} />;
  const survey = surveys.data.find(
    ({ name, programme }) => name === address.name && programme === (address.programme ?? null),
  );
  const up = (
    <Anchor component={Link} to="/surveys" size="sm">
      {common('surveys')}
    </Anchor>
  );
  if (!survey)
    return (
      <>
        <PageHead title={t('notHere')} above={up} />
        <Text>{t('notHereText')}</Text>
      </>
    );
  return <Versions survey={survey} above={up} />;
};
export default SurveyPage;

const Versions = ({ survey, above }: { survey: SurveySummary; above: ReactNode }) => {
  const { t } = useTranslation('surveys');
  const { t: versions } = useTranslation('versions');
  const text = useText();
  const isAdministrator = useSession().data?.role === 'administrator';
  const latest = survey.versions.at(-1);
  const edit = isAdministrator && (
    <Button component={Link} to={editPath(survey)}>
      {t(survey.draft ? 'goOn' : 'edit')}
    </Button>
  );
  const facts = [
    t(survey.kind === 'card' ? 'kindCard' : 'kindSurvey'),
    survey.anonymous && t('anonymous'),
    survey.draftTexts > 0 && t('draftTexts', { count: survey.draftTexts }),
  ];
  return (
    <>
      <PageHead
        title={text(survey.title)}
        lead={facts.filter(Boolean).join(' · ')}
        above={above}
        actions={
          <Group gap="xs">
            {survey.versions.length > 1 && (
              <Button component={Link} to={comparePath(survey)} variant="default">
                {versions('compare')}
              </Button>
            )}
            {latest && (
              <Button component={Link} to={versionPath(survey, latest.version)} variant="default">
                {t('preview')}
              </Button>
            )}
            {edit}
          </Group>
        }
      />
      <Stack>
        {survey.draft && (
          <Section title={t('draft')}>
            <Text>{t('draftBy', { name: survey.draft.changedBy, date: timeText(survey.draft.changedAt) })}</Text>
          </Section>
        )}
        {isAdministrator && <Waves survey={survey} />}
        {survey.versions.toReversed().map((version) => (
          <VersionSection key={version.version} {...{ survey, version, isAdministrator }} />
        ))}
        {survey.versions.length === 0 && (
          <Empty title={t('neverPublished')} action={edit}>
            {t('newLead')}
          </Empty>
        )}
      </Stack>
    </>
  );
};
