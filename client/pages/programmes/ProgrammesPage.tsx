import { Anchor, Button, Group, Table } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useProgrammes } from '../../api/programmes.ts';
import { Empty } from '../../components/Empty.tsx';
import { Loading } from '../../components/Loading.tsx';
import { PageHead } from '../../components/PageHead.tsx';
import { ProblemNotice } from '../../components/ProblemNotice.tsx';
import { useText } from '../../components/useText.ts';

const ProgrammesPage = () => {
  const { t } = useTranslation('programmes');
  const text = useText();
  const programmes = useProgrammes();
  if (programmes.isPending) return <Loading />;
  if (programmes.isError) return <ProblemNotice error={programmes.error} onAgain={() => programmes.refetch()} />;
  const add = (
    <Button component={Link} to="/programmes/new">
      {t('new')}
    </Button>
  );
  if (programmes.data.length === 0)
    return (
      <>
        <PageHead title={t('title')} />
        <Empty title={t('emptyTitle')} action={add}>
          {t('emptyText')}
        </Empty>
      </>
    );
  return (
    <>
      <PageHead title={t('title')} lead={t('lead')} actions={add} />
      <Table.ScrollContainer minWidth={560}>
        <Table striped highlightOnHover>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('title')}</Table.Th>
              <Table.Th>{t('period')}</Table.Th>
              <Table.Th className="figure">{t('sites')}</Table.Th>
              <Table.Th className="figure">{t('goals')}</Table.Th>
              <Table.Th />
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {programmes.data.map((programme) => (
              <Table.Tr key={programme.slug}>
                <Table.Td>
                  <Anchor component={Link} to={`/programmes/${programme.slug}/goals`} fw={600}>
                    {text(programme.title)}
                  </Anchor>
                </Table.Td>
                <Table.Td className="date">
                  {programme.start} – {programme.end ?? t('ongoing')}
                </Table.Td>
                <Table.Td className="figure">{programme.sites.length}</Table.Td>
                <Table.Td className="figure">{programme.goals}</Table.Td>
                <Table.Td>
                  <Group justify="end" wrap="nowrap">
                    <Anchor component={Link} to={`/programmes/${programme.slug}/settings`}>
                      {t('settings')}
                    </Anchor>
                  </Group>
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </>
  );
};
export default ProgrammesPage;
