import { Checkbox, Stack, Text, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Programme } from '../../../server/contract/programme.ts';
import { Section } from '../../components/Section.tsx';
import { Rows } from './Rows.tsx';
import type { TabProps } from './Settings.tsx';

type Lists = NonNullable<Programme['codes']>;
type Code = Lists['exitReason'][number];
const lists = ['exitReason', 'exitStatus', 'intervention', 'referrer', 'role'] as const;
const emptyCode: Code = { value: '', title: { sv: '' } };

export const CodesTab = ({ draft, change, errorAt }: TabProps) => {
  const { t } = useTranslation('settings');
  const codes = draft.codes ?? {};
  return (
    <Stack>
      {lists.map((list) => (
        <Section key={list} title={t(list)}>
          <Rows
            rows={(codes[list] ?? []) as Code[]}
            onChange={(rows) => change({ codes: { ...codes, [list]: rows } })}
            empty={emptyCode}
            add={t('addCode')}
          >
            {(code, set, at) => (
              <>
                <TextInput
                  label={at === 0 ? t('code') : undefined}
                  aria-label={t('code')}
                  value={code.value}
                  error={errorAt(`codes.${list}.${at}.value`)}
                  onChange={(event) => set({ value: event.currentTarget.value })}
                />
                <TextInput
                  label={at === 0 ? t('textSv') : undefined}
                  aria-label={t('textSv')}
                  value={code.title.sv}
                  error={errorAt(`codes.${list}.${at}.title.sv`)}
                  onChange={(event) => set({ title: { ...code.title, sv: event.currentTarget.value } })}
                />
                <TextInput
                  label={at === 0 ? t('textEn') : undefined}
                  aria-label={t('textEn')}
                  value={code.title.en ?? ''}
                  onChange={(event) => set({ title: { ...code.title, en: event.currentTarget.value } })}
                />
                {list === 'intervention' && (
                  <Checkbox
                    label={t('jobFocused')}
                    checked={code.jobFocused ?? false}
                    mt={at === 0 ? 32 : 8}
                    onChange={(event) => set({ jobFocused: event.currentTarget.checked })}
                  />
                )}
              </>
            )}
          </Rows>
        </Section>
      ))}
      <Section title={t('fields')}>
        <Text className="quiet" mb="sm">
          {t('fieldsHelp')}
        </Text>
        <Rows
          rows={draft.fields ?? []}
          onChange={(fields) => change({ fields })}
          empty={{ name: '', title: { sv: '' } }}
          add={t('addField')}
        >
          {(field, set, at) => (
            <>
              <TextInput
                label={at === 0 ? t('fieldName') : undefined}
                aria-label={t('fieldName')}
                value={field.name}
                error={errorAt(`fields.${at}.name`)}
                onChange={(event) => set({ name: event.currentTarget.value })}
              />
              <TextInput
                label={at === 0 ? t('textSv') : undefined}
                aria-label={t('textSv')}
                value={field.title.sv}
                error={errorAt(`fields.${at}.title.sv`)}
                onChange={(event) => set({ title: { ...field.title, sv: event.currentTarget.value } })}
              />
              <TextInput
                label={at === 0 ? t('fieldChoices') : undefined}
                aria-label={t('fieldChoices')}
                defaultValue={(field.choices ?? []).join(', ')}
                error={errorAt(`fields.${at}.choices`)}
                onBlur={(event) => {
                  const choices = event.currentTarget.value
                    .split(',')
                    .map((each) => each.trim())
                    .filter(Boolean);
                  set({ choices: choices.length > 0 ? choices : undefined });
                }}
              />
            </>
          )}
        </Rows>
      </Section>
    </Stack>
  );
};
