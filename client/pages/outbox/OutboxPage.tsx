import { Accordion, Code, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useOutbox } from '../../api/outbox.ts';
import { Empty } from '../../components/Empty.tsx';
import { Loading } from '../../components/Loading.tsx';
import { PageHead } from '../../components/PageHead.tsx';
import { ProblemNotice } from '../../components/ProblemNotice.tsx';

const OutboxPage = () => {
  const { t } = useTranslation('outbox');
  const outbox = useOutbox();
  if (outbox.isPending) return <Loading />;
  if (outbox.isError) return <ProblemNotice error={outbox.error} onAgain={() => outbox.refetch()} />;
  const { kept, mails } = outbox.data;
  return (
    <>
      <PageHead title={t('title')} lead={kept ? t('lead') : t('sentLead')} />
      {mails.length === 0 && <Empty title={t('emptyTitle')}>{t('emptyText')}</Empty>}
      {mails.length > 0 && (
        <Accordion variant="separated">
          {mails.map((mail) => (
            <Accordion.Item key={mail.id} value={mail.id}>
              <Accordion.Control>
                <Group justify="space-between" gap="xs">
                  <div>
                    <Text fw={600}>{mail.subject}</Text>
                    <Text size="sm" className="quiet">
                      {t('to')}: {mail.to}
                    </Text>
                  </div>
                  <Text size="sm" className="figures quiet">
                    {mail.at.slice(0, 16).replace('T', ' ')}
                  </Text>
                </Group>
              </Accordion.Control>
              <Accordion.Panel>
                <Code block lang={mail.language} style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
                  {mail.text}
                </Code>
              </Accordion.Panel>
            </Accordion.Item>
          ))}
        </Accordion>
      )}
    </>
  );
};
export default OutboxPage;
