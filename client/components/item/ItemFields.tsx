// The fields about a question in the bank: its name, theme and source, who may use it, and what is changed.
import { Select, Stack, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ItemSummary } from '../../api/items.ts';
import { useProgrammes } from '../../api/programmes.ts';
import { ProblemNotice } from '../ProblemNotice.tsx';
import { ReasonField } from '../ReasonField.tsx';
import { useText } from '../useText.ts';
import { Finding, QuestionErrors } from './Finding.tsx';
import { themes } from './ItemFilter.tsx';
import type { ItemForm, Theme } from './useItemForm.ts';

interface Props {
  form: ItemForm;
  target: ItemSummary | undefined;
  /** Who may own a new one; null for all. */
  owners: readonly (string | null)[];
}

export const ItemFields = ({ form, target, owners }: Props) => {
  const { t } = useTranslation('items');
  const { values, set, errors, comparison } = form;
  return (
    <Stack gap="sm">
      {!target && (
        <>
          <TextInput
            label={t('name')}
            description={t('nameHelp')}
            required
            maxLength={64}
            spellCheck={false}
            autoCapitalize="none"
            value={values.name}
            error={errors.name}
            onChange={(event) => set({ name: event.currentTarget.value })}
          />
          <Owner form={form} owners={owners} />
        </>
      )}
      <Select
        label={t('theme')}
        allowDeselect={false}
        data={themes.map((value) => ({ value: value as string, label: t(`themes.${value}`) }))}
        value={values.theme}
        onChange={(value) => value && set({ theme: value as Theme })}
      />
      <TextInput
        label={t('source')}
        description={t('sourceHelp')}
        maxLength={500}
        value={form.sourceText}
        onChange={(event) => form.setSource(event.currentTarget.value)}
      />
      {target && (
        <ReasonField
          label={t('note')}
          description={t('noteHelp')}
          value={form.note}
          error={errors.note}
          onChange={form.setNote}
        />
      )}
      {target && comparison && (
        <Finding
          comparison={comparison}
          version={target.version}
          reason={form.reason}
          onReason={form.setReason}
          error={errors.reason}
        />
      )}
      <QuestionErrors judgement={form.judgement} />
      {form.failure !== undefined && <ProblemNotice error={form.failure} />}
    </Stack>
  );
};

const Owner = ({ form: { values, set }, owners }: Pick<Props, 'form' | 'owners'>) => {
  const { t } = useTranslation('items');
  const { t: common } = useTranslation();
  const text = useText();
  const programmes = useProgrammes();
  if (owners.length < 2) return null;
  const title = (slug: string) => text(programmes.data?.find((each) => each.slug === slug)?.title) || slug;
  return (
    <Select
      label={t('for')}
      allowDeselect={false}
      data={owners.map((slug) => ({ value: slug ?? '', label: slug === null ? common('allProgrammes') : title(slug) }))}
      value={values.programme ?? ''}
      onChange={(slug) => set({ programme: slug || null })}
    />
  );
};
