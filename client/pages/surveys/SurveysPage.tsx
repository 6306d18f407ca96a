import { Button, Stack } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useSearchParams } from 'react-router';
import { useSession } from '../../api/session.ts';
import { useSurveys } from '../../api/surveys.ts';
import { Empty } from '../../components/Empty.tsx';
import { Loading } from '../../components/Loading.tsx';
import { OwnerSelect } from '../../components/OwnerSelect.tsx';
import { PageHead } from '../../components/PageHead.tsx';
import { ProblemNotice } from '../../components/ProblemNotice.tsx';
import { editPath } from '../../components/survey/address.ts';
import { NewSurvey } from './NewSurvey.tsx';
import { SurveyTable } from './SurveyTable.tsx';

const SurveysPage = () => {
  const { t } = useTranslation('surveys');
  const navigate = useNavigate();
  const [search, setSearch] = useSearchParams();
  const programme = search.get('programme');
  const surveys = useSurveys(programme);
  const isAdministrator = useSession().data?.role === 'administrator';
  const [writing, setWriting] = useState(false);
  if (surveys.isPending) return <Loading />;
  if (surveys.isError) return <ProblemNotice error={surveys.error} onAgain={() => surveys.refetch()} />;
  const add = isAdministrator && <Button onClick={() => setWriting(true)}>{t('new')}</Button>;
  return (
    <>
      <PageHead title={t('title')} lead={t('lead')} actions={add} />
      <Stack>
        <OwnerSelect
          label={t('owner')}
          programme={programme}
          onChange={(slug) => setSearch(slug ? { programme: slug } : {})}
        />
        {surveys.data.length === 0 ? (
          <Empty title={t('emptyTitle')} action={add}>
            {t('emptyText')}
          </Empty>
        ) : (
          <SurveyTable surveys={surveys.data} isAdministrator={isAdministrator} />
        )}
      </Stack>
      {writing && (
        <NewSurvey
          programme={programme}
          onClose={() => setWriting(false)}
          onCreated={(created) => navigate(editPath(created))}
        />
      )}
    </>
  );
};
export default SurveysPage;
