// Where the survey is asked in waves, and which version each asks.
import { Anchor, Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { path } from '../../api/fetcher.ts';
import type { SurveySummary } from '../../api/surveys.ts';
import { useSurveyWaves } from '../../api/surveyVersions.ts';
import { Section } from '../../components/Section.tsx';
import { useWaveWords } from '../../components/survey/useWaveWords.ts';
import { useText } from '../../components/useText.ts';

export const Waves = ({ survey }: { survey: SurveySummary }) => {
  const { t } = useTranslation('versions');
  const { t: surveys } = useTranslation('surveys');
  const text = useText();
  const dates = useWaveWords();
  const waves = useSurveyWaves(survey, true);
  if (!waves.data || waves.data.length === 0) return null;
  return (
    <Section title={t('wavesTitle')}>
      <Table>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('programme')}</Table.Th>
            <Table.Th>{t('wave')}</Table.Th>
            <Table.Th>{t('asks')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {waves.data.map(({ programme, wave, title, version, ...open }) => (
            <Table.Tr key={`${programme.slug} ${wave}`}>
              <Table.Td>
                <Anchor component={Link} to={path`/programmes/${programme.slug}/settings`} size="sm">
                  {text(programme.title)}
                </Anchor>
              </Table.Td>
              <Table.Td>
                {text(title)}
                <Text size="sm" className="quiet">
                  {dates(open)}
                </Text>
              </Table.Td>
              <Table.Td>
                {version === null ? (
                  <Text size="sm" className="quiet">
                    {t('notBegun')}
                  </Text>
                ) : (
                  surveys('version', { version })
                )}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Section>
  );
};
