import { Alert, Anchor, Badge, Group, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useSurveyVersion } from '../../api/surveys.ts';
import { Section } from '../../components/Section.tsx';
import { versionPath } from '../../components/survey/address.ts';
import { ComparisonTable } from '../../components/survey/ComparisonTable.tsx';
import { dayText } from '../../components/survey/dates.ts';
import { questionTitles } from '../../components/survey/questionTitles.ts';
import { offeredOf, type VersionProps, Withdrawal } from './Withdrawal.tsx';

/** One version: when, by whom, how many answered, and what changed since the one before. */
export const VersionSection = ({ survey, version, isAdministrator }: VersionProps & { isAdministrator: boolean }) => {
  const { t } = useTranslation('surveys');
  const { t: versions } = useTranslation('versions');
  const { responses, comparison, withdrawn } = version;
  const isOffered = survey.kind === 'survey' && offeredOf(survey) === version.version;
  const published = t('publishedBy', { date: dayText(version.publishedAt), name: version.publishedBy });
  const answered = responses === null ? t('responsesFew') : t('responsesCount', { count: responses });
  return (
    <Section
      title={t('version', { version: version.version })}
      actions={
        <Group gap="md">
          {isAdministrator && <Withdrawal survey={survey} version={version} />}
          <Anchor component={Link} to={versionPath(survey, version.version)}>
            {t('preview')}
          </Anchor>
        </Group>
      }
    >
      <Stack gap="xs">
        {withdrawn && (
          <Alert color="yellow" title={versions('withdrawn')}>
            {versions('withdrawnBy', {
              ...{ date: dayText(withdrawn.withdrawnAt), name: withdrawn.withdrawnBy, reason: withdrawn.reason },
            })}
          </Alert>
        )}
        <Group gap="sm">
          <Text>{survey.kind === 'card' ? published : `${published} · ${answered}`}</Text>
          {isOffered && (
            <Badge variant="outline" tt="none" leftSection={<span aria-hidden="true">✓</span>}>
              {versions('offered')}
            </Badge>
          )}
        </Group>
        {comparison.length === 0 ? (
          <Text className="quiet">{t('firstVersion')}</Text>
        ) : (
          <Compared survey={survey} version={version} />
        )}
      </Stack>
    </Section>
  );
};

/** Wordings come from the version itself and, of removed questions, from the one before. */
const Compared = ({ survey, version }: VersionProps) => {
  const { t } = useTranslation('surveys');
  const before = version.version - 1;
  const now = useSurveyVersion(survey, version.version);
  const previous = useSurveyVersion(survey, before);
  const wordings = new Map([...questionTitles(previous.data?.definition), ...questionTitles(now.data?.definition)]);
  return (
    <>
      <Text fw={600}>{t('compared', { version: before })}</Text>
      <ComparisonTable comparison={version.comparison} wordings={wordings} />
    </>
  );
};
