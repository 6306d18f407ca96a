import { Button, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { Navigate, useLocation } from 'react-router';
import { useSession, useSignIn } from '../../api/session.ts';
import { DoorSheet } from '../../components/DoorSheet.tsx';
import { PasswordField } from '../../components/PasswordField.tsx';
import { ProblemNotice } from '../../components/ProblemNotice.tsx';

export const SignInPage = () => {
  const { t } = useTranslation('signIn');
  const session = useSession();
  const signIn = useSignIn();
  const form = useForm({ initialValues: { email: '', password: '' } });
  const { state } = useLocation() as { state: { from?: string } | null };
  if (session.data) return <Navigate to={state?.from ?? '/'} replace />;
  return (
    <DoorSheet title={t('title')} lead={t('lead')}>
      <form onSubmit={form.onSubmit((values) => signIn.mutate({ ...values, email: values.email.trim() }))}>
        <Stack gap="md">
          <TextInput
            label={t('email')}
            type="email"
            autoComplete="username"
            required
            {...form.getInputProps('email')}
          />
          <PasswordField
            label={t('password')}
            autoComplete="current-password"
            required
            {...form.getInputProps('password')}
          />
          {signIn.isError && <ProblemNotice error={signIn.error} />}
          <Button type="submit" size="md" loading={signIn.isPending}>
            {t('submit')}
          </Button>
        </Stack>
      </form>
    </DoorSheet>
  );
};
