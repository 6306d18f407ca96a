import { Checkbox, Group, NumberInput, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Section } from '../../components/Section.tsx';
import { Rows } from './Rows.tsx';
import type { TabProps } from './Settings.tsx';

export const BasicsTab = ({ draft, change, errorAt }: TabProps) => {
  const { t } = useTranslation('settings');
  const suppression = draft.suppression ?? {};
  return (
    <Stack>
      <Section title={t('basics')}>
        <Stack maw={560}>
          <TextInput
            label={t('titleSv')}
            required
            value={draft.title.sv}
            error={errorAt('title.sv')}
            onChange={(event) => change({ title: { ...draft.title, sv: event.currentTarget.value } })}
          />
          <TextInput
            label={t('titleEn')}
            value={draft.title.en ?? ''}
            onChange={(event) => change({ title: { ...draft.title, en: event.currentTarget.value } })}
          />
          <Group grow>
            <TextInput
              label={t('start')}
              type="date"
              required
              value={draft.start}
              error={errorAt('start')}
              onChange={(event) => change({ start: event.currentTarget.value })}
            />
            <TextInput
              label={t('end')}
              type="date"
              value={draft.end ?? ''}
              error={errorAt('end')}
              onChange={(event) => change({ end: event.currentTarget.value || undefined })}
            />
          </Group>
        </Stack>
      </Section>
      <Section title={t('sites')}>
        <Rows
          rows={draft.sites}
          onChange={(sites) => change({ sites })}
          empty={{ slug: '', title: '' }}
          add={t('addSite')}
        >
          {(site, set, at) => (
            <>
              <TextInput
                label={at === 0 ? t('siteTitle') : undefined}
                aria-label={t('siteTitle')}
                value={site.title}
                error={errorAt(`sites.${at}.title`)}
                onChange={(event) => set({ title: event.currentTarget.value })}
              />
              <TextInput
                label={at === 0 ? t('siteSlug') : undefined}
                aria-label={t('siteSlug')}
                value={site.slug}
                error={errorAt(`sites.${at}.slug`)}
                onChange={(event) => set({ slug: event.currentTarget.value })}
              />
            </>
          )}
        </Rows>
      </Section>
      <Section title={t('below')}>
        <Stack maw={560}>
          <NumberInput
            label={t('below')}
            description={t('belowHelp')}
            min={2}
            max={50}
            value={suppression.below ?? 5}
            error={errorAt('suppression.below')}
            onChange={(below) => change({ suppression: { ...suppression, below: Number(below) } })}
          />
          <Checkbox
            label={t('cells')}
            checked={suppression.cells ?? false}
            onChange={(event) => change({ suppression: { ...suppression, cells: event.currentTarget.checked } })}
          />
          <Bands label={t('ageBands')} value={draft.ageBands ?? []} onChange={(ageBands) => change({ ageBands })} />
          <Bands
            label={t('activityBands')}
            value={draft.activityBands ?? []}
            onChange={(activityBands) => change({ activityBands })}
          />
        </Stack>
      </Section>
    </Stack>
  );
};

/** Kept as typed until it reads as rising numbers, so that a comma can be written. */
const Bands = ({ label, value, onChange }: { label: string; value: number[]; onChange: (value: number[]) => void }) => {
  const { t } = useTranslation('settings');
  const [typed, setTyped] = useState(value.join(', '));
  const numbers = typed.split(',').map((each) => Number(each.trim()));
  const rising = numbers.every((each, at) => Number.isFinite(each) && (at === 0 || each > (numbers[at - 1] ?? each)));
  return (
    <TextInput
      label={label}
      description={t('bandsHelp')}
      value={typed}
      error={rising ? undefined : t('bandsHelp')}
      onChange={(event) => {
        setTyped(event.currentTarget.value);
        const next = event.currentTarget.value.split(',').map((each) => Number(each.trim()));
        if (next.every((each, at) => Number.isFinite(each) && (at === 0 || each > (next[at - 1] ?? each))))
          onChange(next);
      }}
    />
  );
};
