import { Button, Group, Stack, Table, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { EnrolmentPage } from '../../../server/contract/enrolment.ts';
import { Section } from '../../components/Section.tsx';
import { LinkModal, type LinkSurvey } from './LinkModal.tsx';
import { useSurveyName } from './useSurveyName.ts';

const surveys: readonly LinkSurvey[] = ['exit', 'treatment'];

export const LinksSection = ({ slug, page }: { slug: string; page: EnrolmentPage }) => {
  const { t } = useTranslation('person');
  const nameOf = useSurveyName();
  const [making, setMaking] = useState<LinkSurvey>();
  const told = { true: t('yes'), false: t('notYet'), null: t('notTold') };
  return (
    <Section title={t('links')}>
      <Stack>
        <Text size="sm" className="quiet">
          {t('linksLead')} {t('anonymousNote')}
        </Text>
        {page.invitations.length === 0 ? (
          <Text>{t('noLinks')}</Text>
        ) : (
          <Table aria-label={t('links')}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('survey')}</Table.Th>
                <Table.Th>{t('made')}</Table.Th>
                <Table.Th>{t('answered')}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {page.invitations.map(({ survey, createdAt, answered }, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: two links of a day are told apart by their place alone
                <Table.Tr key={`${survey} ${createdAt} ${at}`}>
                  <Table.Td>{nameOf(survey)}</Table.Td>
                  <Table.Td>{createdAt.slice(0, 10)}</Table.Td>
                  <Table.Td>{told[`${answered}`]}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        )}
        <Group>
          {surveys.map((survey) => (
            <Button key={survey} variant="default" onClick={() => setMaking(survey)}>
              {t('makeLink', { survey: nameOf(survey).toLocaleLowerCase() })}
            </Button>
          ))}
        </Group>
      </Stack>
      <LinkModal slug={slug} page={page} survey={making} onClose={() => setMaking(undefined)} />
    </Section>
  );
};
