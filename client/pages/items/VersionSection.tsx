import { Group, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ItemVersion } from '../../api/items.ts';
import { Changes } from '../../components/item/Changes.tsx';
import { changesBetween } from '../../components/item/changes.ts';
import { QuestionTexts } from '../../components/item/QuestionTexts.tsx';
import { Section } from '../../components/Section.tsx';
import { ComparisonStatus } from '../../components/survey/ComparisonStatus.tsx';
import { timeText } from '../../components/survey/dates.ts';
import { useReasons } from '../../components/survey/useReasons.ts';
import { useText } from '../../components/useText.ts';

/** One version: when, by whom and why, and what it changed in the one before. */
export const VersionSection = ({ version, before }: { version: ItemVersion; before: ItemVersion | undefined }) => {
  const { t } = useTranslation('items');
  const text = useText();
  const reasonText = useReasons();
  const { question, comparison, note, at, by } = version;
  return (
    <Section title={t('version', { version: version.version })}>
      <Stack gap="xs">
        <Text size="sm" className="quiet">
          {t('savedBy', { date: timeText(at), name: by })}
        </Text>
        {note && <Text>{note}</Text>}
        {comparison && before ? (
          <>
            <Group gap="xs">
              <Text size="sm">{t('finding', { version: before.version })}</Text>
              <ComparisonStatus status={comparison.status} />
              <Text size="sm">{comparison.reasons.map(reasonText).join('; ')}</Text>
            </Group>
            <Changes
              changes={changesBetween(before.question, question)}
              labels={[t('version', { version: before.version }), t('version', { version: version.version })]}
            />
          </>
        ) : (
          <>
            <Text size="sm">{t('firstVersion')}</Text>
            <Text fw={600}>{text(question.title as Record<string, string>)}</Text>
            <QuestionTexts question={question} />
          </>
        )}
      </Stack>
    </Section>
  );
};
