import { Stack, Text, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Section } from '../../components/Section.tsx';
import { Rows } from './Rows.tsx';
import type { TabProps } from './Settings.tsx';
import { WaveVersions } from './WaveVersions.tsx';

export const WavesTab = ({ draft, change, errorAt }: TabProps) => {
  const { t } = useTranslation('settings');
  const waves = draft.waves ?? [];
  return (
    <Stack>
      <Section title={t('waves')}>
        {waves.length === 0 && (
          <Text className="quiet" mb="sm">
            {t('noWaves')}
          </Text>
        )}
        <Rows
          rows={waves}
          onChange={(next) => change({ waves: next })}
          empty={{ slug: '', title: { sv: '' }, survey: 'collaboration' }}
          add={t('addWave')}
        >
          {(wave, set, at) => {
            const label = (text: string) => ({ label: at === 0 ? text : undefined, 'aria-label': text });
            return (
              <>
                <TextInput
                  {...label(t('siteSlug'))}
                  w={100}
                  value={wave.slug}
                  error={errorAt(`waves.${at}.slug`)}
                  onChange={(event) => set({ slug: event.currentTarget.value })}
                />
                <TextInput
                  {...label(t('textSv'))}
                  value={wave.title.sv}
                  error={errorAt(`waves.${at}.title.sv`)}
                  onChange={(event) => set({ title: { ...wave.title, sv: event.currentTarget.value } })}
                />
                <TextInput
                  {...label(t('waveSurvey'))}
                  w={140}
                  value={wave.survey}
                  error={errorAt(`waves.${at}.survey`)}
                  onChange={(event) => set({ survey: event.currentTarget.value })}
                />
                <TextInput
                  {...label(t('opens'))}
                  type="date"
                  value={wave.opens ?? ''}
                  error={errorAt(`waves.${at}.opens`)}
                  onChange={(event) => set({ opens: event.currentTarget.value || undefined })}
                />
                <TextInput
                  {...label(t('closes'))}
                  type="date"
                  value={wave.closes ?? ''}
                  error={errorAt(`waves.${at}.closes`)}
                  onChange={(event) => set({ closes: event.currentTarget.value || undefined })}
                />
              </>
            );
          }}
        </Rows>
      </Section>
      <WaveVersions slug={draft.slug} />
    </Stack>
  );
};
