import { PasswordInput, type PasswordInputProps } from '@mantine/core';
import { useTranslation } from 'react-i18next';

/** A password with a button that shows it, named in the reader's language for those who hear the page. */
export const PasswordField = (props: PasswordInputProps) => {
  const { t } = useTranslation();
  return <PasswordInput visibilityToggleButtonProps={{ 'aria-label': t('showTyped') }} {...props} />;
};
