import { Stack, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProgrammeInput } from '../../../server/contract/programme.ts';
import type { TabProps } from './Settings.tsx';

/** Everything that the forms do not show, in the folder's own format; what does not parse is not taken over. */
export const JsonTab = ({ draft, change }: TabProps) => {
  const { t } = useTranslation('settings');
  const [typed, setTyped] = useState(() => JSON.stringify(draft, null, 2));
  const [broken, setBroken] = useState<string>();
  const take = (source: string) => {
    setTyped(source);
    try {
      change(JSON.parse(source) as ProgrammeInput);
      setBroken(undefined);
    } catch (error) {
      setBroken(error instanceof Error ? error.message : String(error));
    }
  };
  return (
    <Stack>
      <Text className="quiet">{t('jsonLead')}</Text>
      <Textarea
        aria-label={t('json')}
        autosize
        minRows={16}
        maxRows={40}
        spellCheck={false}
        styles={{ input: { fontFamily: 'ui-monospace, monospace', fontSize: 13 } }}
        value={typed}
        error={broken && t('jsonBroken', { detail: broken })}
        onChange={(event) => take(event.currentTarget.value)}
      />
    </Stack>
  );
};
