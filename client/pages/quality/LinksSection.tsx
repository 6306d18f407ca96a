import { Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Quality } from '../../api/quality.ts';
import { Section } from '../../components/Section.tsx';
import { useNumbers } from '../../components/useNumbers.ts';
import { useSurveyTitles } from './useSurveyTitles.ts';

/** How many of those who were sent a link have answered. */
export const LinksSection = ({ quality }: { quality: Quality }) => {
  const { t } = useTranslation('quality');
  const titles = useSurveyTitles(quality);
  const { whole, percent } = useNumbers();
  const notTold = <span className="quiet">{t('notTold')}</span>;
  return (
    <Section title={t('links')}>
      {quality.invitations.length === 0 ? (
        <Text className="quiet">{t('noLinks')}</Text>
      ) : (
        <Table className="left-out" aria-label={t('links')}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('survey')}</Table.Th>
              <Table.Th className="figure">{t('answered')}</Table.Th>
              <Table.Th className="figure">{t('share')}</Table.Th>
              <Table.Th className="figure">{t('begun')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {quality.invitations.map(({ survey, made, answered, begun }) => (
              <Table.Tr key={survey}>
                <Table.Th scope="row" fw={400}>
                  {titles(survey)}
                </Table.Th>
                <Table.Td className="figure">
                  {answered === null ? notTold : t('outOf', { count: whole(answered), of: whole(made) })}
                </Table.Td>
                <Table.Td className="figure">
                  {answered === null || made === 0 ? '–' : percent(answered / made, 1)}
                </Table.Td>
                <Table.Td className="figure">{begun === null ? notTold : whole(begun)}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
    </Section>
  );
};
