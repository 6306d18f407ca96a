import { Fieldset, Group, Select, Stack, Text, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import type { Programme } from '../../../server/contract/programme.ts';
import { useText } from '../useText.ts';
import { type EnrolmentForm, genders, yesNoUnknown } from './form.ts';

interface Props {
  form: UseFormReturnType<EnrolmentForm>;
  errors: Record<string, string>;
  programme: Programme;
}
type Choice = { value: string; label: string };

/** Gender, birth year, born abroad, referrer, and the programme's own fields. */
export const BackgroundFields = ({ form, errors, programme }: Props) => {
  const { t } = useTranslation('enrolment');
  const text = useText();
  const referrers = (programme.codes.referrer ?? []).map(({ value, title }) => ({ value, label: text(title) }));
  const choose = (name: 'gender' | 'bornAbroad' | 'referrer', data: Choice[]) => (
    <Select
      label={t(name)}
      data={data}
      clearable
      value={form.values[name] || null}
      onChange={(value) => form.setFieldValue(name, value ?? '')}
      error={errors[name]}
    />
  );
  return (
    <Fieldset legend={t('background')}>
      <Stack gap="sm">
        <Text size="sm" className="quiet">
          {t('backgroundHelp')}
        </Text>
        <Group grow preventGrowOverflow={false} align="start">
          {choose(
            'gender',
            genders.map((value) => ({ value, label: t(value) })),
          )}
          <TextInput
            label={t('birthYear')}
            inputMode="numeric"
            maxLength={4}
            {...form.getInputProps('birthYear')}
            error={errors.birthYear}
          />
          {choose(
            'bornAbroad',
            yesNoUnknown.map((value) => ({ value, label: t(value) })),
          )}
        </Group>
        {referrers.length > 0 ? (
          choose('referrer', referrers)
        ) : (
          <TextInput label={t('referrer')} {...form.getInputProps('referrer')} error={errors.referrer} />
        )}
        {programme.fields.map(({ name, title, choices }) => {
          const shared = { label: text(title), error: errors[`fields.${name}`] };
          const value = form.values.fields[name] ?? '';
          const change = (next: string) => form.setFieldValue('fields', { ...form.values.fields, [name]: next });
          return choices ? (
            <Select
              key={name}
              {...shared}
              data={choices}
              clearable
              value={value || null}
              onChange={(next) => change(next ?? '')}
            />
          ) : (
            <TextInput
              key={name}
              {...shared}
              maxLength={200}
              value={value}
              onChange={(event) => change(event.currentTarget.value)}
            />
          );
        })}
      </Stack>
    </Fieldset>
  );
};
