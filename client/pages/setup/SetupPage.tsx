import { Button, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { ApiProblem } from '../../api/fetcher.ts';
import { useSetup, useSetupInformation } from '../../api/session.ts';
import { DoorSheet } from '../../components/DoorSheet.tsx';
import { Loading } from '../../components/Loading.tsx';
import { PasswordField } from '../../components/PasswordField.tsx';
import { ProblemNotice } from '../../components/ProblemNotice.tsx';

/** Opened once from a set-up link: the first administrator makes an account, an invited user chooses a password. */
export const SetupPage = () => {
  const { t } = useTranslation('signIn');
  const { token = '' } = useParams();
  const information = useSetupInformation(token);
  const setup = useSetup(token);
  const navigate = useNavigate();
  const form = useForm({ initialValues: { email: '', name: '', password: '' } });
  if (information.isPending) return <Loading />;
  if (information.isError)
    return (
      <DoorSheet title={t('setupTitle')}>
        <ProblemNotice error={information.error} />
      </DoorSheet>
    );
  const first = information.data.kind === 'first-administrator';
  const fields = setup.error instanceof ApiProblem ? setup.error.fields : {};
  const send = ({ email, name, password }: typeof form.values) =>
    setup.mutate(first ? { email: email.trim(), name, password } : { password }, { onSuccess: () => navigate('/') });
  return (
    <DoorSheet
      title={first ? t('firstTitle') : t('setupTitle')}
      {...(first ? { lead: t('firstLead') } : information.data.email ? { lead: information.data.email } : {})}
    >
      <form onSubmit={form.onSubmit(send)}>
        <Stack gap="md">
          {first && (
            <>
              <TextInput
                label={t('name')}
                autoComplete="name"
                required
                {...form.getInputProps('name')}
                error={fields.name}
              />
              <TextInput
                label={t('email')}
                type="email"
                autoComplete="username"
                required
                {...form.getInputProps('email')}
                error={fields.email}
              />
            </>
          )}
          <PasswordField
            label={t('newPassword')}
            description={t('passwordHelp')}
            autoComplete="new-password"
            required
            minLength={12}
            {...form.getInputProps('password')}
            error={fields.password}
          />
          {setup.isError && <ProblemNotice error={setup.error} />}
          <Button type="submit" size="md" loading={setup.isPending}>
            {first ? t('create') : t('choose')}
          </Button>
        </Stack>
      </form>
    </DoorSheet>
  );
};
