import { Anchor, Button, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { useSurveyVersion } from '../../api/surveys.ts';
import { download } from '../../charts/saving/download.ts';
import { Loading } from '../../components/Loading.tsx';
import { PageHead } from '../../components/PageHead.tsx';
import { ProblemNotice } from '../../components/ProblemNotice.tsx';
import { SurveyPreview } from '../../components/SurveyPreview.tsx';
import { paperPath, surveyPath, useSurveyAddress } from '../../components/survey/address.ts';
import { dayText } from '../../components/survey/dates.ts';
import { useText } from '../../components/useText.ts';

const SurveyVersionPage = () => {
  const { t } = useTranslation('surveys');
  const { t: paper } = useTranslation('paper');
  const text = useText();
  const address = useSurveyAddress();
  const { version } = useParams();
  const shown = useSurveyVersion(address, Number(version));
  if (shown.isPending) return <Loading />;
  if (shown.isError) return <ProblemNotice error={shown.error} onAgain={() => shown.refetch()} />;
  const { definition, publishedAt } = shown.data;
  const title = text(definition.title as Record<string, string> | string) || address.name;
  const save = () => {
    const json = new Blob([`${JSON.stringify(definition, null, 2)}\n`], { type: 'application/json' });
    download(json, `${address.name}-v${shown.data.version}.json`);
  };
  return (
    <>
      <PageHead
        title={t('previewOf', { title, version: shown.data.version })}
        lead={<Text span>{dayText(publishedAt)}</Text>}
        above={
          <Anchor component={Link} to={surveyPath(address)} size="sm">
            {title}
          </Anchor>
        }
        actions={
          <>
            <Button variant="default" onClick={save}>
              {paper('asJson')}
            </Button>
            <Button variant="default" component={Link} to={paperPath(address, shown.data.version)}>
              {paper('onPaper')}
            </Button>
          </>
        }
      />
      <SurveyPreview definition={definition} />
    </>
  );
};
export default SurveyVersionPage;
