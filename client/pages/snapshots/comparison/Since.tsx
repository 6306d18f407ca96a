import { Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Comparison, Snapshot } from '../../../api/snapshots.ts';
import { Savable } from '../../../charts/saving/Savable.tsx';
import { Section } from '../../../components/Section.tsx';
import { useNumbers } from '../../../components/useNumbers.ts';
import { useSurveyTitles } from '../useSurveyTitles.ts';
import { newAnswers } from './moved.ts';
import './comparison.css';

interface Props {
  comparison: Comparison;
  content: Snapshot['content'];
}
type Count = Comparison['rows'][number];

/** What has come in, in a sentence and then kind by kind. */
export const Since = ({ comparison, content }: Props) => {
  const { t } = useTranslation('snapshots');
  const said = useSentences(comparison, content.definition.suppression.below);
  const { then, since } = useCountWords();
  const surveyTitle = useSurveyTitles(content);
  const nameOf = ({ kind, survey }: Count) => t(kind, { survey: survey === null ? '' : surveyTitle(survey) });
  return (
    <Section title={t('sinceThen')}>
      <Text fz="lg" fw={600} mb="xs">
        {said.answers}
      </Text>
      {said.writes && (
        <Text mb="sm" maw="44rem">
          {said.writes}
        </Text>
      )}
      <Savable kind="table" title={t('sinceThen')}>
        <Table aria-label={t('sinceThen')}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('kind')}</Table.Th>
              <Table.Th className="figure">{t('before')}</Table.Th>
              <Table.Th className="figure">{t('since')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {comparison.rows.map((row) => (
              <Table.Tr key={`${row.kind} ${row.survey}`}>
                <Table.Th scope="row" fw={500}>
                  {nameOf(row)}
                </Table.Th>
                <Table.Td className="figure">{then(row)}</Table.Td>
                <Table.Td className={`figure ${row.since.rows === 0 ? 'quiet' : 'came-in'}`}>
                  {since(row.since)}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Savable>
    </Section>
  );
};

const useSentences = (comparison: Comparison, below: number) => {
  const { t } = useTranslation('snapshots');
  const { whole } = useNumbers();
  const { known, hasHidden } = newAnswers(comparison);
  const { rows, fewerThan } = comparison.writes;
  const counted = (count: number) => ({ count, shown: whole(count) });
  const answers = () => {
    if (known > 0) return t(hasHidden ? 'newAnswersAndFew' : 'newAnswers', counted(known));
    return hasHidden ? t('newAnswersFew', { below }) : t('noNewAnswers');
  };
  const writes = () => {
    // Nothing but those answers: said once is enough.
    if (rows === known && !hasHidden) return '';
    if (rows !== null) return t('writes', counted(rows));
    return fewerThan === null ? '' : t('writesFew', { below: fewerThan });
  };
  return { answers: answers(), writes: writes() };
};

const useCountWords = () => {
  const { t } = useTranslation('snapshots');
  const { whole } = useNumbers();
  const then = ({ rows, fewerThan }: Count['since']): string => {
    if (rows !== null) return whole(rows);
    return fewerThan === null ? t('hiddenNumber') : t('fewerThan', { below: fewerThan });
  };
  const since = ({ rows, fewerThan }: Count['since']): string => {
    if (rows === 0) return t('same');
    if (rows !== null) return rows > 0 ? `+${whole(rows)}` : whole(rows);
    return fewerThan === null ? t('hiddenNumber') : t('fewMoved', { below: fewerThan });
  };
  return { then, since };
};
