import { Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Programme } from '../../../server/contract/programme.ts';
import type { Quality, QualityFinding } from '../../api/quality.ts';
import { Section } from '../../components/Section.tsx';
import { FindingCard } from './FindingCard.tsx';
import { useSurveyTitles } from './useSurveyTitles.ts';
import './quality.css';

const weights: readonly QualityFinding['weight'][] = ['impossible', 'doubtful', 'missing'];
/** What is not told comes last, in the order of the rules: its place must not tell what its number is. */
const shareOf = ({ count, of }: QualityFinding) => (count === null ? -1 : of ? count / of : 0);

/** Heaviest first; within a weight the larger share. */
export const inOrder = (findings: readonly QualityFinding[]): QualityFinding[] =>
  findings.toSorted(
    (one, other) => weights.indexOf(one.weight) - weights.indexOf(other.weight) || shareOf(other) - shareOf(one) || 0,
  );

export const FindingList = ({ programme, quality }: { programme: Programme; quality: Quality }) => {
  const { t } = useTranslation('quality');
  const titles = useSurveyTitles(quality);
  const found = inOrder(quality.findings.filter(({ count }) => count !== 0));
  const clean = quality.findings.filter(({ count }) => count === 0);
  return (
    <>
      <Section title={t('findings')}>
        {found.length === 0 ? (
          <Text>{t('nothingFound')}</Text>
        ) : (
          <Stack component="ul" gap={0} className="findings">
            {found.map((finding) => (
              <FindingCard
                key={`${finding.rule} ${finding.survey}`}
                programme={programme}
                finding={finding}
                survey={finding.survey === null ? undefined : titles(finding.survey)}
                below={quality.below}
              />
            ))}
          </Stack>
        )}
      </Section>
      {clean.length > 0 && (
        <Section title={t('clean')}>
          <ul className="clean">
            {clean.map(({ rule, survey }) => (
              <li key={`${rule} ${survey}`}>
                {survey === null
                  ? t(`${rule}Title`)
                  : t('ofSurvey', { title: t(`${rule}Title`), survey: titles(survey) })}
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  );
};
