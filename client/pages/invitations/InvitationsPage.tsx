import { Button, Table, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { type CreatedInvitations, useInvitationCounts } from '../../api/invitations.ts';
import { useProgramme } from '../../api/programmes.ts';
import { Empty } from '../../components/Empty.tsx';
import { Loading } from '../../components/Loading.tsx';
import { PageHead } from '../../components/PageHead.tsx';
import { ProblemNotice } from '../../components/ProblemNotice.tsx';
import { useText } from '../../components/useText.ts';
import { MadeLinks } from './MadeLinks.tsx';
import { MakeLinks } from './MakeLinks.tsx';
import { useSurveyTitle } from './useSurveyTitle.ts';

const InvitationsPage = () => {
  const { t } = useTranslation('invitations');
  const { slug = '' } = useParams();
  const programme = useProgramme(slug);
  const counts = useInvitationCounts(slug);
  const text = useText();
  const surveyTitle = useSurveyTitle();
  const [making, setMaking] = useState(false);
  const [made, setMade] = useState<CreatedInvitations>();
  const failed = programme.error ?? counts.error;
  if (failed)
    return <ProblemNotice error={failed} onAgain={() => Promise.all([programme.refetch(), counts.refetch()])} />;
  if (!programme.data || !counts.data) return <Loading />;
  const { definition } = programme.data;
  const add = <Button onClick={() => setMaking(true)}>{t('make')}</Button>;
  const hidden = counts.data.some((count) => count.answered === null);
  return (
    <>
      <PageHead
        above={<Text className="quiet">{text(definition.title)}</Text>}
        title={t('title')}
        lead={t('lead')}
        actions={add}
      />
      {counts.data.length === 0 && (
        <Empty title={t('emptyTitle')} action={add}>
          {t('emptyText')}
        </Empty>
      )}
      {counts.data.length > 0 && (
        <Table.ScrollContainer minWidth={480}>
          <Table striped>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('survey')}</Table.Th>
                <Table.Th>{t('wave')}</Table.Th>
                <Table.Th>{t('site')}</Table.Th>
                <Table.Th className="figure">{t('created')}</Table.Th>
                <Table.Th className="figure">{t('answered')}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {counts.data.map((count) => (
                <Table.Tr key={`${count.survey} ${count.wave} ${count.site}`}>
                  <Table.Td>{surveyTitle(count.survey)}</Table.Td>
                  <Table.Td>{text(definition.waves.find((wave) => wave.slug === count.wave)?.title) || '–'}</Table.Td>
                  <Table.Td>
                    {definition.sites.find((site) => site.slug === count.site)?.title ?? count.site ?? '–'}
                  </Table.Td>
                  <Table.Td className="figure">{count.created}</Table.Td>
                  <Table.Td className="figure">{count.answered ?? t('few')}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      )}
      {hidden && (
        <Text size="sm" className="quiet" mt="xs">
          {t('fewExplained', { below: definition.suppression.below })}
        </Text>
      )}
      <MakeLinks
        opened={making}
        definition={definition}
        onClose={() => setMaking(false)}
        onMade={(created) => {
          setMaking(false);
          setMade(created);
        }}
      />
      <MadeLinks made={made} onClose={() => setMade(undefined)} />
    </>
  );
};
export default InvitationsPage;
