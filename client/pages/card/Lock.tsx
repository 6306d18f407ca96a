import { Button, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession, useUnlock } from '../../api/session.ts';
import { PasswordField } from '../../components/PasswordField.tsx';
import { ProblemNotice } from '../../components/ProblemNotice.tsx';
import { textIn } from '../../text/respond/languages.ts';
import type { RespondText } from '../../text/respond/sv.ts';
import { giveBack } from './giveBack.ts';

interface Props {
  text: RespondText;
  sent: boolean;
  language: string;
  /** Answers that were not sent are taken away when the tablet goes back: they are not the coordinator's to see. */
  unsent: boolean;
  onUnlocked: () => void;
}

/** The tablet is given back here: whoever goes on gives the coordinator's password first. */
export const Lock = ({ text, sent, language, unsent, onUnlocked }: Props) => {
  const { t } = useTranslation('card');
  const session = useSession();
  const unlock = useUnlock();
  const [asking, setAsking] = useState(false);
  const [password, setPassword] = useState('');
  return (
    <Stack pt="xl" gap="lg">
      <h1>{sent ? text.receiptTitle : textIn(giveBack, language)}</h1>
      {sent && <p>{textIn(giveBack, language)}</p>}
      {!asking && (
        <div>
          <Button variant="subtle" onClick={() => setAsking(true)}>
            {t('iAmCoordinator')}
          </Button>
        </div>
      )}
      {asking && (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            unlock.mutate({ email: session.data?.user.email ?? '', password }, { onSuccess: onUnlocked });
          }}
        >
          <Stack maw={360}>
            <Text className="quiet">{t('lockLead')}</Text>
            {unsent && <Text fw={600}>{t('unsentDropped')}</Text>}
            <PasswordField
              label={t('password')}
              autoComplete="current-password"
              required
              value={password}
              onChange={(event) => setPassword(event.currentTarget.value)}
            />
            {unlock.isError && <ProblemNotice error={unlock.error} />}
            <Button type="submit" loading={unlock.isPending}>
              {t('unlock')}
            </Button>
          </Stack>
        </form>
      )}
    </Stack>
  );
};
