import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Snapshot } from '../../api/snapshots.ts';
import { Section } from '../../components/Section.tsx';
import { timeText } from '../../components/survey/dates.ts';
import { useSelectionWords } from './useSelectionWords.ts';

/** What it takes to trust a snapshot: when, by whom, of whom, and its checksum. */
export const SnapshotFacts = ({ snapshot }: { snapshot: Snapshot }) => {
  const { t } = useTranslation('snapshots');
  const selection = useSelectionWords();
  const facts = [
    [t('frozen'), timeText(snapshot.createdAt)],
    [t('frozenBy'), snapshot.createdBy],
    [t('counted'), timeText(snapshot.computedAt)],
    [t('selection'), selection(snapshot.minDays)],
    [t('product'), `Stegvis ${snapshot.content.productVersion}`],
  ];
  return (
    <Section title={t('about')}>
      <dl className="snapshot-facts">
        {facts.map(([name, said]) => (
          <div key={name} style={{ display: 'contents' }}>
            <dt>{name}</dt>
            <dd>{said}</dd>
          </div>
        ))}
        <dt>{t('hashLong')}</dt>
        <dd>
          <code>{snapshot.hash}</code>
          <Text size="sm" className="quiet">
            {t('hashWhy')}
          </Text>
        </dd>
      </dl>
    </Section>
  );
};
