import { TextInput } from '@mantine/core';
import type { GetInputPropsReturnType } from '@mantine/form';
import { useTranslation } from 'react-i18next';

/** The name of a survey in addresses and files. */
export const NameField = ({ input, taken }: { input: GetInputPropsReturnType; taken: boolean }) => {
  const { t } = useTranslation('surveys');
  return (
    <TextInput
      label={t('name')}
      description={t('nameHelp')}
      required
      autoCapitalize="none"
      spellCheck={false}
      {...input}
      error={input.error ?? (taken && t('nameTaken'))}
    />
  );
};
