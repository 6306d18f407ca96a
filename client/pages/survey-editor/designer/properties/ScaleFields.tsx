// A scale: its numbers, the words at its ends, and what each number means.
import { Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type Json, listOf, type Place } from '../document/tree.ts';
import { Entries } from './Entries.tsx';
import { GuideFields } from './GuideFields.tsx';
import { NumberField } from './NumberField.tsx';
import { TextField } from './TextField.tsx';

const most = 20;
export const scaleOf = (element: Json): number[] => {
  const [first, last, step] = [element.rateMin ?? 1, element.rateMax ?? 5, element.rateStep ?? 1].map(Number);
  const count = Math.floor(((last ?? 5) - (first ?? 1)) / (step || 1)) + 1;
  return Array.from({ length: Math.max(0, Math.min(most, count || 0)) }, (_, at) => (first ?? 1) + at * (step || 1));
};

export const ScaleFields = ({ element, place }: { element: Json; place: Place }) => {
  const { t } = useTranslation('designer');
  if (listOf(element.rateValues).length > 0)
    return <Entries element={element} place={place} list="rateValues" label={t('rateValues')} hasGuide />;
  return (
    <>
      <div className="numbers">
        <NumberField element={element} place={place} property="rateMin" label={t('lowest')} otherwise={1} />
        <NumberField element={element} place={place} property="rateMax" label={t('highest')} otherwise={5} />
      </div>
      <TextField
        value={element.minRateDescription}
        place={place}
        property="minRateDescription"
        label={t('lowestText')}
      />
      <TextField
        value={element.maxRateDescription}
        place={place}
        property="maxRateDescription"
        label={t('highestText')}
      />
      <Stack gap={6} role="group" aria-label={t('guide')}>
        <Text size="sm" fw={600}>
          {t('guide')}
        </Text>
        {scaleOf(element).map((number) => (
          <div key={number} className="guide-row">
            <span className="guide-number">{number}</span>
            <GuideFields element={element} place={place} code={String(number)} />
          </div>
        ))}
      </Stack>
    </>
  );
};
