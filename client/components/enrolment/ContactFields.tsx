import { Fieldset, Group, Select, Stack, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { languageNames } from '../../text/respond/languages.ts';
import type { EnrolmentForm } from './form.ts';

interface Props {
  form: UseFormReturnType<EnrolmentForm>;
  errors: Record<string, string>;
  /** A name is asked for, except of those imported without one. */
  named?: boolean;
}

export const ContactFields = ({ form, errors, named = true }: Props) => {
  const { t } = useTranslation('enrolment');
  const languages = Object.entries(languageNames).map(([value, label]) => ({ value, label }));
  return (
    <Fieldset legend={t('contact')}>
      <Stack gap="sm">
        <TextInput
          label={t('name')}
          required={named}
          autoComplete="off"
          maxLength={200}
          {...form.getInputProps('name')}
          error={errors['contact.name']}
        />
        <Group grow preventGrowOverflow={false} align="start">
          <TextInput
            label={t('email')}
            type="email"
            autoComplete="off"
            {...form.getInputProps('email')}
            error={errors['contact.email']}
          />
          <TextInput
            label={t('phone')}
            type="tel"
            autoComplete="off"
            {...form.getInputProps('phone')}
            error={errors['contact.phone']}
          />
        </Group>
        <Select
          label={t('language')}
          description={t('languageHelp')}
          data={languages}
          {...form.getInputProps('language')}
          value={form.values.language || null}
          onChange={(value) => form.setFieldValue('language', value ?? '')}
          error={errors['contact.language']}
        />
      </Stack>
    </Fieldset>
  );
};
