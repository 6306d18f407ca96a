import { Anchor, Group, Select, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { type SurveySummary, useSurveys } from '../../../api/surveys.ts';
import { type ChainedQuestion, useVersionComparison, type VersionComparison } from '../../../api/surveyVersions.ts';
import { Empty } from '../../../components/Empty.tsx';
import { Loading } from '../../../components/Loading.tsx';
import { PageHead } from '../../../components/PageHead.tsx';
import { ProblemNotice } from '../../../components/ProblemNotice.tsx';
import { surveyPath, useSurveyAddress } from '../../../components/survey/address.ts';
import { ComparisonStatus } from '../../../components/survey/ComparisonStatus.tsx';
import { useText } from '../../../components/useText.ts';
import { languageName } from '../../../text/respond/languages.ts';
import { ComparedQuestion } from './ComparedQuestion.tsx';

const CompareVersionsPage = () => {
  const { t } = useTranslation('surveys');
  const address = useSurveyAddress();
  const surveys = useSurveys(address.programme);
  if (surveys.isPending) return <Loading />;
  if (surveys.isError) return <ProblemNotice error={surveys.error} onAgain={() => surveys.refetch()} />;
  const survey = surveys.data.find(
    ({ name, programme }) => name === address.name && programme === (address.programme ?? null),
  );
  if (survey) return <Chosen survey={survey} />;
  return (
    <>
      <PageHead title={t('notHere')} />
      <Text>{t('notHereText')}</Text>
    </>
  );
};
export default CompareVersionsPage;

/** Both versions stand in the address, so that a link leads back to the same comparison. */
const useChosen = (versions: readonly number[]) => {
  const [search, setSearch] = useSearchParams();
  const asked = (name: string) => versions.find((each) => String(each) === search.get(name));
  const to = asked('to') ?? versions.at(-1);
  const isBefore = (each: number) => to !== undefined && each < to;
  const from =
    versions.filter(isBefore).find((each) => String(each) === search.get('from')) ?? versions.findLast(isBefore);
  const choose = (name: 'from' | 'to', value: string | null) =>
    setSearch(
      (before) => {
        before.set('from', String(from));
        before.set('to', String(to));
        if (value) before.set(name, value);
        return before;
      },
      { replace: true },
    );
  return { from, to, choose };
};

const Chosen = ({ survey }: { survey: SurveySummary }) => {
  const { t } = useTranslation('versions');
  const { t: surveys } = useTranslation('surveys');
  const text = useText();
  const versions = survey.versions.map(({ version }) => version);
  const { from, to, choose } = useChosen(versions);
  const comparison = useVersionComparison(survey, from, to);
  const [chosen, setChosen] = useState<string>();
  const language = useLanguage(comparison.data, chosen);
  const title = text(survey.title);
  const up = (
    <Anchor component={Link} to={surveyPath(survey)} size="sm">
      {title}
    </Anchor>
  );
  const option = (version: number) => ({ value: String(version), label: surveys('version', { version }) });
  const select = (name: 'from' | 'to', chosen: number | undefined, among: number[]) => (
    <Select
      label={t(name === 'from' ? 'older' : 'newer')}
      w={150}
      data={among.map(option)}
      value={String(chosen)}
      allowDeselect={false}
      onChange={(value) => choose(name, value)}
    />
  );
  return (
    <>
      <PageHead title={t('compareTitle', { title })} lead={t('compareLead')} above={up} />
      {versions.length < 2 ? (
        <Empty title={surveys('firstVersion')}>{t('compareOne')}</Empty>
      ) : (
        <Stack>
          <Group align="end" gap="md">
            {select(
              'from',
              from,
              versions.filter((each) => to !== undefined && each < to),
            )}
            {select(
              'to',
              to,
              versions.filter((each) => from !== undefined && each > from),
            )}
            {comparison.data && (
              <Select
                label={t('language')}
                w={150}
                data={comparison.data.languages.map((value) => ({ value, label: languageName(value) }))}
                value={language}
                allowDeselect={false}
                onChange={(value) => value && setChosen(value)}
              />
            )}
          </Group>
          {comparison.isPending && <Loading />}
          {comparison.isError && <ProblemNotice error={comparison.error} onAgain={() => comparison.refetch()} />}
          {comparison.data && <Compared comparison={comparison.data} language={language} />}
        </Stack>
      )}
    </>
  );
};

/** The one chosen, else the reader's own where the survey has it. */
const useLanguage = (comparison: VersionComparison | undefined, chosen: string | undefined): string => {
  const { i18n } = useTranslation();
  const languages = comparison?.languages ?? [];
  const own = [chosen, i18n.language, languages[0]].find((each) => each !== undefined && languages.includes(each));
  return own ?? 'sv';
};

const statuses = ['notComparable', 'comparable', 'added', 'removed', 'unchanged'] as const;

const Compared = ({ comparison, language }: { comparison: VersionComparison; language: string }) => {
  const { t } = useTranslation('versions');
  const { from, to, questions } = comparison;
  const count = (status: ChainedQuestion['status']) => questions.filter((each) => each.status === status).length;
  const changed = statuses.flatMap((status) =>
    status === 'unchanged' ? [] : questions.filter((each) => each.status === status),
  );
  const unchanged = count('unchanged');
  return (
    <>
      <Group gap="sm" role="status">
        <Text>{t('summary', { count: questions.length })}:</Text>
        {statuses.map((status) =>
          count(status) > 0 ? (
            <Group key={status} gap={6}>
              <Text fw={600}>{count(status)}</Text>
              <ComparisonStatus status={status} />
            </Group>
          ) : null,
        )}
      </Group>
      {changed.length === 0 && <Text>{t('identical')}</Text>}
      {changed.map((question) => (
        <ComparedQuestion key={question.question} {...{ question, from, to, language }} />
      ))}
      {changed.length > 0 && unchanged > 0 && <Text className="quiet">{t('unchanged', { count: unchanged })}</Text>}
    </>
  );
};
