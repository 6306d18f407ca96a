import { Stack, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProgrammeInput } from '../../../server/contract/programme.ts';
import { unshowable } from './formShape.ts';
import type { TabProps } from './Settings.tsx';

/** Everything that the forms do not show, in the folder's own format; what does not parse is not taken over. */
export const JsonTab = ({ draft, replace }: TabProps & { replace: (definition: ProgrammeInput) => void }) => {
  const { t } = useTranslation('settings');
  const [typed, setTyped] = useState(() => JSON.stringify(draft, null, 2));
  const [broken, setBroken] = useState<string>();
  const take = (source: string) => {
    setTyped(source);
    try {
      const definition: unknown = JSON.parse(source);
      const place = unshowable(definition);
      if (place === undefined) replace(definition as ProgrammeInput);
      setBroken(place === undefined ? undefined : t('jsonShape', { place: place || t('json') }));
    } catch (error) {
      setBroken(t('jsonBroken', { detail: error instanceof Error ? error.message : String(error) }));
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
        error={broken}
        onChange={(event) => take(event.currentTarget.value)}
      />
    </Stack>
  );
};
