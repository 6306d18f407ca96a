import { Anchor, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { type SurveySummary, useSurveyVersion } from '../../api/surveys.ts';
import { Section } from '../../components/Section.tsx';
import { versionPath } from '../../components/survey/address.ts';
import { ComparisonTable } from '../../components/survey/ComparisonTable.tsx';
import { dayText } from '../../components/survey/dates.ts';
import { questionTitles } from '../../components/survey/questionTitles.ts';

interface Props {
  survey: SurveySummary;
  version: SurveySummary['versions'][number];
}

/** One version: when, by whom, how many answered, and what changed since the one before. */
export const VersionSection = ({ survey, version }: Props) => {
  const { t } = useTranslation('surveys');
  const { responses, comparison } = version;
  const published = t('publishedBy', { date: dayText(version.publishedAt), name: version.publishedBy });
  const answered = responses === null ? t('responsesFew') : t('responsesCount', { count: responses });
  return (
    <Section
      title={t('version', { version: version.version })}
      actions={
        <Anchor component={Link} to={versionPath(survey, version.version)}>
          {t('preview')}
        </Anchor>
      }
    >
      <Stack gap="xs">
        <Text>{survey.kind === 'card' ? published : `${published} · ${answered}`}</Text>
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
const Compared = ({ survey, version }: Props) => {
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
